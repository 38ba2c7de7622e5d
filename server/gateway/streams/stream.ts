// One response that goes on: answers are written as they come, in the form of one transport. Bounded: what the other side does not
// take is not handed over, and who takes nothing for long is cut off. Proxies are asked to hold nothing back.
import type { Response } from "express";
import { LONGEST_STALL_MS, type Reader } from "../live/reader.ts";

/** Shorter than the minute after which proxies close what is silent. */
const PING_EVERY_MS = 12_000;

/** How a transport writes things down. */
export interface Framing {
  readonly contentType: string;
  readonly begin: string;
  /** An answer that is JSON. */
  next(body: string): string;
  readonly ping: string;
  readonly end: string;
}

export interface Stream {
  readonly reader: Reader;
  /** Writes an answer that no group has made. */
  tell(body: string): void;
  /** As it is. */
  write(text: string): void;
  /** All was said. */
  finish(): void;
  /** Ends it so that the other side knows it for broken off, and comes back. */
  breakOff(): void;
  /** Calls back once when it is over, whoever ended it. */
  onClose(callback: () => void): void;
}

export type After = (delayMs: number, callback: () => void) => () => void;

/** Without Nagle and buffers; the form of bodies is the framing's. */
export function openStream(response: Response, framing: Framing, after: After): Stream {
  response.status(200).set({
    "Content-Type": framing.contentType,
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.socket?.setNoDelay(true);
  response.socket?.setKeepAlive(true, PING_EVERY_MS);
  response.flushHeaders();
  response.write(framing.begin);
  const unread = () => response.writableLength;
  const open = () => !response.writableEnded && !response.destroyed;
  let cancelPing = () => {};
  let cancelGoodbye = () => {};
  const ping = () => {
    cancelPing = after(PING_EVERY_MS, () => {
      // Behind unread answers it would only add to them.
      if (open() && unread() === 0) response.write(framing.ping);
      ping();
    });
  };
  ping();
  response.on("close", () => {
    cancelPing();
    cancelGoodbye();
  });
  response.on("error", () => response.destroy());
  const end = (last: string) => {
    if (!open()) return;
    cancelPing();
    response.end(last);
    // What it does not read by then nobody waits for.
    cancelGoodbye = after(LONGEST_STALL_MS, () => response.destroy());
  };
  const write = (text: string) => {
    if (open()) response.write(text);
  };
  return {
    reader: {
      send: (bodies) => write(bodies.map(framing.next).join("")),
      unread,
      cut: () => response.destroy(),
    },
    tell: (body) => write(framing.next(body)),
    write,
    finish: () => end(framing.end),
    breakOff: () => end(""),
    onClose(callback) {
      if (response.destroyed) callback();
      else response.once("close", callback);
    },
  };
}
