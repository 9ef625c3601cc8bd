/* Makes an element of the page: its name, its class, and what is in it. */

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
