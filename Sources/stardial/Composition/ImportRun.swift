// SPDX-License-Identifier: Apache-2.0
import Foundation
import Transcripts

/// Writes the scenes that were made of a file of another tool, and says what did not fit.
struct ImportRun {
    var file: String
    var output: String

    /// The folder when none is named.
    static let folder = "."

    /// Writes all scenes or none; one may go to the standard output.
    func write(_ outcome: ImportOutcome) throws(CommandFailure) {
        for note in outcome.notes { tell(note) }
        if let mistake = outcome.mistakes.first {
            let place = Self.place(mistake, in: file)
            throw CommandFailure(
                .findings,
                "\(place): \(mistake.sentence) Nothing was imported."
            )
        }
        guard !outcome.scenes.isEmpty else {
            throw CommandFailure(.findings, "\(file) has no session that could be imported.")
        }
        if output == "-" {
            guard outcome.scenes.count == 1, let scene = outcome.scenes.first else {
                throw CommandFailure(
                    .usage,
                    "There are \(outcome.scenes.count) scenes. Name a folder: -o FOLDER."
                )
            }
            return try OutputFile("-").write(scene.text)
        }
        let places = outcome.scenes.map { "\(output)/\($0.name).ussd" }
        if let there = places.first(where: FileManager.default.fileExists) {
            throw CommandFailure(
                .failed,
                "There is \(there) already. Nothing was written. Name another folder with -o."
            )
        }
        for (scene, place) in zip(outcome.scenes, places) {
            try UnpackedFolder.makeFolder(of: place)
            try OutputFile(place).write(scene.text)
            let steps = scene.stepCount == 1 ? "1 step" : "\(scene.stepCount) steps"
            Terminal.line("Wrote \(place): \(steps), from line \(scene.line)")
        }
    }

    private func tell(_ note: ImportNote) {
        Terminal.write("\(Self.place(note, in: file)): \(note.sentence)\n", to: .errors)
    }

    private static func place(_ note: ImportNote, in file: String) -> String {
        "\(file):\(note.line)" + (note.column.map { ":\($0)" } ?? "")
    }
}
