/* The line over a picture that shows at what time a replay is. */

const SVG = "http://www.w3.org/2000/svg";

export class Playhead {
  /** `place`: percent of the width left of the axis, and under it. */
  constructor(picture, place) {
    this.picture = picture;
    [this.edge, this.span] = place;
    this.line = document.createElementNS(SVG, "line");
    this.line.setAttribute("class", "proof-playhead");
    picture.append(this.line);
  }

  /** Go to a fraction of the axis. */
  goTo(fraction) {
    const x = `${this.edge + this.span * fraction}%`;
    this.line.setAttribute("x1", x);
    this.line.setAttribute("x2", x);
  }

  reachTo(height) {
    this.line.setAttribute("y2", height);
  }

  /** Call with a fraction of the axis as a pointer is drawn over the picture. */
  onScrub(call, signal) {
    const { picture } = this;
    const drag = ({ clientX }) => {
      const { left, width } = picture.getBoundingClientRect();
      call(((clientX - left) / width * 100 - this.edge) / this.span);
    };
    picture.addEventListener("pointerdown", (event) => {
      // A finger may be about to scroll the page; a tap is a click.
      if (event.button || event.pointerType != "mouse") return;
      event.preventDefault();
      picture.setPointerCapture(event.pointerId);
      drag(event);
    }, { signal });
    picture.addEventListener("pointermove", (event) => {
      if (picture.hasPointerCapture(event.pointerId)) drag(event);
    }, { signal });
    picture.addEventListener("click", drag, { signal });
  }
}
