// `cronograph/client` in Node, which has no WebSocket of its own before version 22; that of `ws` can also be broken off at once.
import { WebSocket } from "ws";
import { setWebSocket } from "./connection.ts";

setWebSocket(WebSocket);

export * from "./index.ts";
