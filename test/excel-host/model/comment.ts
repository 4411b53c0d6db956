import { removeWhere, type Book } from "../book/book";
import type { CommentState } from "../book/comment-state";
import type { Sheet } from "../book/sheet";
import type { Arguments } from "../protocol/arguments";
import { invalidArgument, invalidOperation, itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { columnCount, placeArgument, rowCount, type Place } from "./place";
import { range } from "./range";

/** The comments of a workbook, or of one sheet. */
interface CommentScope {
  readonly book: Book;
  readonly sheet: Sheet | null;
}

const comment = defineClass<CommentState>({
  className: "Comment",
  assertAlive: (state) => {
    if (!state.sheet.book.comments.includes(state)) throw itemNotFound();
  },
  scalars: {
    id: { get: (state) => state.id },
    content: { get: (state) => state.content, set: (state, value) => void (state.content = String(value)) },
    contentType: { get: () => "Plain" },
    resolved: {
      get: (state) => state.resolved,
      set: (state, value) => void (state.resolved = value === true),
    },
    authorName: { get: () => "模拟用户" },
    authorEmail: { get: () => "user@example.com" },
  },
  methods: {
    delete: (state) => {
      removeWhere(state.sheet.book.comments, (known) => known === state);
    },
    getLocation: ({ sheet, row, column }) =>
      range({ sheet, area: { top: row, left: column, bottom: row, right: column } }),
  },
});

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-comments */
export const comments = defineClass<CommentScope>({
  className: "CommentCollection",
  items: (scope) => listOf(scope).map(comment),
  methods: {
    add: (scope, args) => add(scope, args),
    getCount: (scope) => listOf(scope).length,
    getItem: (scope, args) => comment(existing(listOf(scope).find((known) => known.id === args.text(0)))),
    getItemAt: (scope, args) => comment(existing(listOf(scope)[args.whole(0)])),
    getItemOrNullObject: (scope, args) => {
      const state = listOf(scope).find((known) => known.id === args.text(0));
      return state ? comment(state) : null;
    },
    getItemByCell: (scope, args) => comment(existing(commentAt(scope, cellArgument(scope, args)))),
  },
});

function listOf({ book, sheet }: CommentScope): CommentState[] {
  return book.comments.filter((state) => !sheet || state.sheet === sheet);
}

function commentAt({ book }: CommentScope, { sheet, area }: Place): CommentState | undefined {
  return book.comments.find(
    (known) => known.sheet === sheet && known.row === area.top && known.column === area.left,
  );
}

function existing(state: CommentState | undefined): CommentState {
  if (!state) throw itemNotFound();
  return state;
}

/** A comment is on one cell: "InvalidArgument" for a larger range (documentation of `add`). */
function cellArgument(scope: CommentScope, args: Arguments): Place {
  // "If it's a string, it must contain the full address, including the sheet name."
  if (args.objectOf(0, "Range") === undefined && !args.text(0).includes("!"))
    throw invalidArgument(`${args.text(0)} does not name the sheet`);
  const place = placeArgument(args, 0, scope.sheet ?? scope.book.activeSheet);
  if (rowCount(place.area) * columnCount(place.area) !== 1)
    throw invalidArgument("a comment stands on one cell");
  return place;
}

function add(scope: CommentScope, args: Arguments): ServerObject {
  const place = cellArgument(scope, args);
  place.sheet.assertUnprotected();
  if (commentAt(scope, place)) throw invalidOperation("the cell has a comment already");
  const state = {
    id: scope.book.newId(),
    sheet: place.sheet,
    row: place.area.top,
    column: place.area.left,
    content: args.text(1),
    resolved: false,
  };
  scope.book.comments.push(state);
  return comment(state);
}
