import webpack, { type Configuration } from "webpack";

/** Runs webpack; throws with what it says where it finds an error. */
export async function compile(configurations: readonly Configuration[]): Promise<void> {
  const compiler = webpack([...configurations]);
  const stats = await new Promise<webpack.MultiStats>((resolve, reject) =>
    compiler.run((error, result) => (result ? resolve(result) : reject(error))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
