/** Below this scale names cannot be read. A picture never begins with less. */
const legible = 0.6;

/** A picture that can be moved and zoomed. A new picture of the same journey stays where the old one was. */
export class PictureView {
  readonly #canvas: HTMLElement;
  #svg: SVGSVGElement | undefined;
  #x = 0;
  #y = 0;
  #scale = 1;
  #selected: number | undefined;
  /** Whether nobody has moved the picture yet, so that it is fitted into a window that changes. */
  #isFitted = true;
  #dragged = 0;

  constructor(canvas: HTMLElement) {
    this.#canvas = canvas;
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    canvas.addEventListener("pointerdown", () => {
      this.#dragged = 0;
    });
    canvas.addEventListener("pointermove", (event) => {
      if ((event.buttons & 1) === 0) return;
      this.#dragged += Math.abs(event.movementX) + Math.abs(event.movementY);
      if (this.wasDragged) this.#move(event.movementX, event.movementY);
    });
    addEventListener("resize", () => {
      if (this.#isFitted) this.fit();
    });
  }

  /** Whether the pointer has moved since it was pressed, so that a click is none. */
  get wasDragged(): boolean {
    return this.#dragged > 4;
  }

  show(svg: string, isOther: boolean): void {
    const wasSeen = this.#selected !== undefined && this.#isSeen(this.#selected);
    // Texts of a journey are escaped in it, and the page's policy allows no script of its own.
    this.#canvas.innerHTML = svg;
    this.#svg = this.#canvas.querySelector("svg") ?? undefined;
    if (isOther || this.#isFitted) this.fit();
    else this.#place();
    this.#mark();
    // An edit may have moved the node that somebody is writing.
    if (!isOther && wasSeen && this.#selected !== undefined) this.#bringIn(this.#selected);
  }

  box(index: number): SVGGElement | null {
    return this.#canvas.querySelector<SVGGElement>(`[data-node="${index}"]`);
  }

  /** Marks a node, and brings it into the window. */
  select(index: number | undefined): void {
    const isOther = index !== this.#selected;
    this.#selected = index;
    this.#mark();
    if (isOther && index !== undefined) this.#bringIn(index);
  }

  /** Puts a sign with a count at the corner of a box. */
  badge(box: SVGGElement, text: string, tooltip: string): void {
    const made = <Name extends "g" | "title" | "circle" | "text">(name: Name) =>
      document.createElementNS("http://www.w3.org/2000/svg", name);
    const [group, title, circle, label] = [made("g"), made("title"), made("circle"), made("text")];
    const width = Number(box.querySelector(".box")?.getAttribute("width") ?? 0);
    group.setAttribute("class", "findings");
    group.setAttribute("transform", `translate(${width} 0)`);
    circle.setAttribute("r", "9");
    label.setAttribute("y", "4");
    label.setAttribute("text-anchor", "middle");
    title.textContent = tooltip;
    label.textContent = text === "1" ? "!" : text;
    group.append(title, circle, label);
    box.append(group);
  }

  zoom(factor: number, x = this.#canvas.clientWidth / 2, y = this.#canvas.clientHeight / 2): void {
    const scale = Math.min(4, Math.max(0.05, this.#scale * factor));
    const by = scale / this.#scale;
    this.#isFitted = false;
    this.#x = x - (x - this.#x) * by;
    this.#y = y - (y - this.#y) * by;
    this.#scale = scale;
    this.#place();
  }

  /** Shows everything, or as much as can be read from the start on. */
  fit(): void {
    const { width, height } = this.#size();
    const { clientWidth, clientHeight } = this.#canvas;
    if (width === 0 || clientWidth === 0) return;
    const whole = Math.min(1, clientWidth / width, clientHeight / height);
    this.#scale = Math.max(legible, whole);
    this.#x = Math.max(0, (clientWidth - width * this.#scale) / 2);
    this.#y = Math.max(0, (clientHeight - height * this.#scale) / 2);
    this.#isFitted = true;
    this.#place();
  }

  #size(): { readonly width: number; readonly height: number } {
    const { width = 0, height = 0 } = this.#svg?.viewBox.baseVal ?? {};
    return { width, height };
  }

  #place(): void {
    if (this.#svg) this.#svg.style.transform = `translate(${this.#x}px,${this.#y}px) scale(${this.#scale})`;
  }

  #move(x: number, y: number): void {
    this.#isFitted = false;
    this.#x += x;
    this.#y += y;
    this.#place();
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { left, top } = this.#canvas.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      this.zoom(Math.exp(-event.deltaY / 200), event.clientX - left, event.clientY - top);
    } else this.#move(event.shiftKey ? -event.deltaY : -event.deltaX, event.shiftKey ? 0 : -event.deltaY);
  }

  #mark(): void {
    for (const each of this.#canvas.querySelectorAll(".selected")) each.classList.remove("selected");
    if (this.#selected !== undefined) this.box(this.#selected)?.classList.add("selected");
  }

  #isSeen(index: number): boolean {
    const box = this.box(index)?.getBoundingClientRect();
    const room = this.#canvas.getBoundingClientRect();
    return (
      box !== undefined &&
      box.left >= room.left &&
      box.right <= room.right &&
      box.top >= room.top &&
      box.bottom <= room.bottom
    );
  }

  #bringIn(index: number): void {
    const box = this.box(index)?.getBoundingClientRect();
    if (box === undefined || this.#isSeen(index)) return;
    const room = this.#canvas.getBoundingClientRect();
    const isFitted = this.#isFitted;
    this.#move(
      (room.left + room.right - box.left - box.right) / 2,
      (room.top + room.bottom - box.top - box.bottom) / 2,
    );
    this.#isFitted = isFitted;
  }
}
