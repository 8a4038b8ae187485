// SPDX-License-Identifier: Apache-2.0

/// Paths as they are written from another folder, without a look at the disk.
enum RelativePath {
    /// A path of the folder where the program runs, as it is from a folder there.
    ///
    /// A path that begins with `/` stays. So does one that cannot be told: when the folder begins
    /// with `/`, or leads out of the one where the program runs.
    static func path(_ path: String, from folder: String) -> String {
        let goal = parts(path)
        let start = parts(folder)
        guard !path.hasPrefix("/"), !folder.hasPrefix("/"), start.first != ".." else { return path }
        var shared = 0
        while shared < min(start.count, goal.count - 1), start[shared] == goal[shared] {
            shared += 1
        }
        let up = Array(repeating: "..", count: start.count - shared)
        return (up + goal[shared...]).joined(separator: "/")
    }

    /// A file in a folder.
    static func joined(_ folder: String, _ file: String) -> String {
        folder.isEmpty ? file : folder.hasSuffix("/") ? folder + file : folder + "/" + file
    }

    /// The same path without `.` and without a `..` that it could do without.
    static func normal(_ path: String) -> String {
        (path.hasPrefix("/") ? "/" : "") + parts(path).joined(separator: "/")
    }

    /// A path that leads from the folder of a file, as it leads from where the file's own does.
    static func path(_ path: String, beside file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else {
            return normal(path)
        }
        return normal(file[...slash] + path)
    }

    /// The parts of a path; `..` stands only at its beginning.
    private static func parts(_ path: String) -> [String] {
        var parts: [String] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts
    }
}
