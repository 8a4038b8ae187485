// SPDX-License-Identifier: Apache-2.0

/// What languages are called that menus are often written in.
enum LanguageNames {
    /// English names by code (ISO 639-1).
    static let all = [
        "am": "Amharic", "ar": "Arabic", "bn": "Bengali", "de": "German", "en": "English",
        "es": "Spanish", "fa": "Persian", "fr": "French", "ha": "Hausa", "hi": "Hindi",
        "id": "Indonesian", "ig": "Igbo", "km": "Khmer", "lg": "Ganda", "ln": "Lingala",
        "mg": "Malagasy", "my": "Burmese", "ne": "Nepali", "ny": "Chichewa", "om": "Oromo",
        "pt": "Portuguese", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala",
        "sn": "Shona", "so": "Somali", "sw": "Swahili", "ta": "Tamil", "ti": "Tigrinya",
        "tl": "Tagalog", "ur": "Urdu", "vi": "Vietnamese", "wo": "Wolof", "xh": "Xhosa",
        "yo": "Yoruba", "zh": "Chinese", "zu": "Zulu",
    ]
}
