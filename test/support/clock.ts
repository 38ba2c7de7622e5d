// The clock that tests move is the one that users' tests move.
export { type SimulatedClock as ManualClock, simulatedClock as manualClock } from "../../server/testing/clock.ts";
