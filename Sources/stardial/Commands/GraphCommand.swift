// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// `stardial graph`: a menu drawn as places and arrows.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a menu.",
        discussion: """
            Writes every screen, question, call and end with the keys, outcomes and conditions \
            that lead from one to the other. Options that only draw a navigation key are left out.
            """
    )

    @Argument(help: "A menu file, or a folder with one menu.")
    var path = "Menus/mavuno"

    @Option(help: "mermaid: for pages on code hosts; dot: for Graphviz; json: for programs.")
    var format = MenuDrawing.Form.mermaid

    @Option(help: "Begin at this screen, question or flow.")
    var from: String?

    @Option(help: "Follow so many arrows from there at most.")
    var depth: Int?

    @Option(help: "Draw into this file with Graphviz.")
    var svg: String?

    @Option(help: "Colour by what stardial test --coverage wrote into this file.")
    var heat: String?

    func run() throws {
        try MenuDrawing(
            path: path,
            form: format,
            from: from,
            depth: depth,
            svg: svg,
            heat: heat
        ).run()
    }
}
