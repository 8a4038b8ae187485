// SPDX-License-Identifier: Apache-2.0
import Dialogue
import GSM

extension ShardState {
    /// What the log is told of a phone that is refused, so that no phone can fill a disk with it.
    private static let toldRefusals = AttemptLimit(perMinute: 1, perDay: AttemptLimit.most)

    /// Answers a phone that dialled too often; its open session is over, as after every dialling.
    mutating func refuseDial(
        _ opening: Opening,
        _ cause: ReleaseCause,
        at now: Instant,
        _ reply: @escaping Reply,
        into actions: inout [Action]
    ) {
        let isUnderWay = sessions[opening.place]?.call != nil
        if let session = sessions[opening.place] {
            release(session, .replaced, at: now, into: &actions)
        }
        let answer = Answer.released(
            cause,
            text: isUnderWay
                ? ReleaseText.stillWorking : "\(cause.text) \(ReleaseText.nothingTaken)",
            menu: opening.program.name
        )
        if refusals.take(opening.subscriber, at: now, most: Self.toldRefusals) {
            actions.append(.note(.refused(opening.subscriber, cause)))
        }
        actions.append(.event(.screen(opening.subscriber, answer)))
        actions.append(.event(.released(opening.subscriber, cause)))
        actions.append(.reply(reply, answer))
    }
}
