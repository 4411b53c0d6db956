import { HostError, invalidArgument, NOT_IMPLEMENTED } from "./errors";
import type { Members } from "./members";
import type { Json, QueryInfo } from "./messages";
import { serverName } from "./names";
import type { ServerObject } from "./server-object";

/** `["values", "format/fill/color"]` as a tree: `{ values: {}, format: { fill: { color: {} } } }`. */
interface Selection {
  [name: string]: Selection;
}

/** The data that a `load` asks for, under the protocol's names: `{"Format":{"Fill":{"Color":"#FF0000"}}}`. */
export function query(members: Members, object: ServerObject, info: QueryInfo): Json {
  return project(members, object, selectionOf(info), info);
}

/** What the client must know to find the object again: its id, or the reference that it asked us to keep. */
export function identityOf(members: Members, object: ServerObject): { [key: string]: Json } {
  const identity: { [key: string]: Json } = {};
  if (object.referenceId !== undefined) identity["_ReferenceId"] = object.referenceId;
  const hiddenId = object.hiddenId();
  if (hiddenId !== undefined) identity["_Id"] = hiddenId;
  if (members.metadataOf(object.className)["id"]?.kind === "scalar" && object.scalar("id")) {
    identity["Id"] = members.read(object, "id");
  }
  return identity;
}

function selectionOf(info: QueryInfo): Selection {
  const tree: Selection = {};
  for (const path of [...(info.Select ?? []), ...(info.Expand ?? []).map((name) => `${name}/*`)]) {
    let node = tree;
    for (const part of path.split(/[/.]/).filter((name) => name !== "")) node = node[part] ??= {};
  }
  return tree;
}

function project(members: Members, object: ServerObject, selection: Selection, info: QueryInfo): Json {
  const everything = Object.keys(selection).length === 0 || "*" in selection;
  const data: { [key: string]: Json } = {};
  const ofItems: Selection = everything ? { "*": {} } : {};
  for (const [typed, below] of Object.entries(selection)) {
    if (typed === "*") continue;
    const name = findMember(members, object, typed);
    if (name === undefined) ofItems[typed] = below;
    else if (members.metadataOf(object.className)[name]?.kind === "scalar") {
      data[serverName(name)] = members.read(object, name);
    } else data[serverName(name)] = project(members, members.navigate(object, name), below, {});
  }
  if (members.isCollection(object.className)) {
    if (Object.keys(ofItems).length > 0) data["_Items"] = projectItems(members, object, ofItems, info);
  } else if (everything) Object.assign(data, allScalars(members, object));
  return data;
}

/** Of a collection, a name means the items' member where they have one; load options are typed in any case. */
function findMember(members: Members, object: ServerObject, typed: string): string | undefined {
  const own = matching(Object.keys(members.metadataOf(object.className)), typed);
  const itemClass = members.itemClass(object.className);
  if (itemClass === undefined) {
    if (own === undefined) throw invalidArgument(`${object.className} has no property ${typed}`);
    return own;
  }
  return matching(Object.keys(members.metadataOf(itemClass)), typed) === undefined ? own : undefined;
}

function matching(names: readonly string[], typed: string): string | undefined {
  return names.find((name) => name.toLowerCase() === typed.toLowerCase());
}

function projectItems(members: Members, object: ServerObject, selection: Selection, info: QueryInfo): Json {
  const items = object.items();
  if (!items) throw members.notImplemented(object, "items", "read");
  const first = info.Skip ?? 0;
  const chosen = items.slice(first, info.Top === undefined ? undefined : first + info.Top);
  return chosen.map((item) => ({
    ...identityOf(members, item),
    ...(project(members, item, selection, {}) as { [key: string]: Json }),
  }));
}

/** Loading everything yields what this host knows; what it does not know stays unloaded and fails when read. */
function allScalars(members: Members, object: ServerObject): { [key: string]: Json } {
  const data: { [key: string]: Json } = {};
  for (const [name, member] of Object.entries(members.metadataOf(object.className))) {
    if (member.kind !== "scalar") continue;
    try {
      data[serverName(name)] = members.read(object, name);
    } catch (error) {
      if (!isUnknown(error)) throw error;
    }
  }
  return data;
}

function isUnknown(error: unknown): boolean {
  return error instanceof HostError && (error.code === NOT_IMPLEMENTED || error.code === "ApiNotFound");
}
