/** The worker died: what it knew is lost, and the pane must be opened again. */
export class EngineDied extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = "EngineDied";
  }
}
