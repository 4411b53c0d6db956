import type { Book } from "../book/book";
import { itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";

interface Setting {
  readonly book: Book;
  readonly key: string;
}

const setting = defineClass<Setting>({
  className: "Setting",
  hiddenId: ({ key }) => key,
  assertAlive: ({ book, key }) => {
    if (!book.settings.has(key)) throw itemNotFound();
  },
  scalars: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ book, key }) => book.settings.get(key) ?? null,
      set: ({ book, key }, value) => void book.settings.set(key, value),
    },
  },
  methods: {
    delete: ({ book, key }) => {
      book.settings.delete(key);
    },
  },
});

/** Settings of the add-in inside the file: https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
export const settings = defineClass<Book>({
  className: "SettingCollection",
  items: (book) => [...book.settings.keys()].map((key) => setting({ book, key })),
  methods: {
    add: (book, args) => {
      const key = args.text(0);
      book.settings.set(key, args.json(1));
      return setting({ book, key });
    },
    getCount: (book) => book.settings.size,
    getItem: (book, args) => {
      const item = find(book, args.text(0));
      if (!item) throw itemNotFound();
      return item;
    },
    getItemOrNullObject: (book, args) => find(book, args.text(0)) ?? null,
  },
});

function find(book: Book, key: string): ServerObject | undefined {
  return book.settings.has(key) ? setting({ book, key }) : undefined;
}
