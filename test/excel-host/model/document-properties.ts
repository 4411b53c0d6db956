import type { Book } from "../book/book";
import { itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";

interface CustomProperty {
  readonly book: Book;
  readonly key: string;
}

const customProperty = defineClass<CustomProperty>({
  className: "CustomProperty",
  scalars: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ book, key }) => book.customProperties.get(key) ?? null,
      set: ({ book, key }, value) => void book.customProperties.set(key, value),
    },
  },
  methods: {
    delete: ({ book, key }) => {
      book.customProperties.delete(key);
    },
  },
});

const customPropertyCollection = defineClass<Book>({
  className: "CustomPropertyCollection",
  items: (book) => [...book.customProperties.keys()].map((key) => customProperty({ book, key })),
  methods: {
    add: (book, args) => {
      const key = args.text(0);
      book.customProperties.set(key, args.json(1));
      return customProperty({ book, key });
    },
    getCount: (book) => book.customProperties.size,
    getItem: (book, args) => {
      const item = find(book, args.text(0));
      if (!item) throw itemNotFound();
      return item;
    },
    getItemOrNullObject: (book, args) => find(book, args.text(0)) ?? null,
    deleteAll: (book) => {
      book.customProperties.clear();
    },
  },
});

function find(book: Book, key: string): ServerObject | undefined {
  return book.customProperties.has(key) ? customProperty({ book, key }) : undefined;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.documentproperties */
export const documentProperties = defineClass<Book>({
  className: "DocumentProperties",
  bag: (book) => book.properties,
  defaults: {
    author: "",
    category: "",
    comments: "",
    company: "",
    keywords: "",
    manager: "",
    subject: "",
    title: "",
  },
  navigation: { custom: (book) => customPropertyCollection(book) },
});
