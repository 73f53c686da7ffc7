/** Brings what is marked to the middle of its pane. */

/** Scrolls `scroller`, and what scrolls sideways within it, so that its marks are seen; false where there are none. */
export function centreMarks(scroller) {
  const marks = scroller.querySelectorAll("mark");
  if (marks.length === 0) return false;
  showSideways(marks[0]);
  const view = scroller.getBoundingClientRect();
  const top = marks[0].getBoundingClientRect().top;
  const bottom = marks[marks.length - 1].getBoundingClientRect().bottom;
  // A passage taller than the pane is read from its beginning.
  const room = Math.max((view.height - (bottom - top)) / 2, view.height * 0.1);
  scroller.scrollTop += top - view.top - room;
  return true;
}

function showSideways(mark) {
  const table = mark.closest(".wide");
  if (!table) return;
  const view = table.getBoundingClientRect();
  const place = mark.getBoundingClientRect();
  if (place.left < view.left || place.right > view.right) table.scrollLeft += place.left - view.left - view.width / 3;
}
