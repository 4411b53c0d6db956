import type { BookEvent } from "../book/events";
import { WORKBOOK_TARGET } from "../model/worksheet-collection";
import { valueType } from "../model/values";
import type { GridValue } from "../book/grid";
import type { Json, JsonObject } from "../protocol/messages";
import type { SimulatedHost } from "./host";

/** Category, event type, target, message, and whether it is for this add-in: as the native hosts send it. */
export type EventEntry = readonly [category: 65536, type: number, target: string, message: string, isHere: 1];

/** Event types of the client library: `eventType` beside each `on…` of Worksheet and WorksheetCollection. */
const CHANGED = 10;
const ACTIVATED = 11;
const DEACTIVATED = 12;
const ADDED = 13;
const DELETED = 15;

/** The messages that an event makes for those who registered for it. */
export function entriesFor(host: SimulatedHost, event: BookEvent): EventEntry[] {
  switch (event.kind) {
    case "changed":
      return entries(host, CHANGED, "DataChanged", event.sheet, changedMessage(event));
    case "activated":
      return [
        ...entries(host, DEACTIVATED, "Deactivated", event.before, { worksheetId: event.before }),
        ...entries(host, ACTIVATED, "Activated", event.sheet, { worksheetId: event.sheet }),
      ];
    case "added":
      return entries(host, ADDED, "Added", event.sheet, { worksheetId: event.sheet, source: "Local" });
    case "deleted":
      return entries(host, DELETED, "Deleted", event.sheet, { worksheetId: event.sheet, source: "Local" });
  }
}

function entries(
  host: SimulatedHost,
  type: number,
  name: string,
  sheet: string,
  message: JsonObject,
): EventEntry[] {
  return [sheet, WORKBOOK_TARGET]
    .filter((target) => host.isRegistered(target, name))
    .map((target) => [65536, type, target, JSON.stringify(message), 1]);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs : details of single cells only. */
function changedMessage(event: Extract<BookEvent, { kind: "changed" }>): JsonObject {
  const message = {
    worksheetId: event.sheet,
    address: event.address,
    changeType: event.changeType,
    source: "Local",
    shiftDirection: "None",
  };
  if (!event.details) return message;
  const { before, after } = event.details;
  return {
    ...message,
    valueBefore: before,
    valueAfter: after,
    valueTypeBefore: typeOf(before),
    valueTypeAfter: typeOf(after),
  };
}

function typeOf(value: Json): string {
  return valueType(value as GridValue);
}
