// The lucide icons that go into the sprite. A template may only use a name listed here.
export const icons = `
  anchor archive arrow-down arrow-down-up arrow-left arrow-right arrow-right-left arrow-up arrow-up-right award
  badge-check ban bell bell-off book-open bookmark briefcase building building-2
  calendar calendar-check calendar-clock calendar-days calendar-plus calendar-x camera chart-bar chart-column
  chart-line check check-check chevron-down chevron-left chevron-right chevron-up chevrons-up-down circle
  circle-alert circle-check circle-dot circle-help circle-minus circle-plus circle-user circle-x clipboard
  clipboard-check clipboard-list clock coins compass copy cpu
  database download ellipsis ellipsis-vertical equal external-link eye eye-off
  factory file file-check file-down file-pen file-search file-spreadsheet file-text file-up filter flag flask-conical folder
  gauge git-merge git-branch globe graduation-cap grid-2x2
  hand-coins hand-helping handshake hard-hat heart-handshake history hospital house hourglass
  image import inbox info key key-round
  landmark languages layers layout-grid leaf lightbulb link list list-checks list-filter list-plus loader-circle lock
  lock-open log-in log-out
  mail mail-check mail-open map map-pin maximize megaphone menu message-circle message-square mic microscope
  minus monitor moon mouse-pointer-click
  network newspaper notebook-pen
  package puzzle paperclip pause pencil phone pin plane play plus printer
  qr-code quote
  radio receipt refresh-cw reply rocket rotate-ccw route rss
  save scale search search-x send settings share share-2 shield shield-check sliders-horizontal sparkles
  square star sun sun-moon
  table tag tags target thumbs-up timer trash-2 trending-down trending-up triangle-alert trophy truck type
  undo-2 unlink upload user user-check user-minus user-plus user-x users
  video wallet waypoints wifi-off wrench x zoom-in zoom-out
`
  .trim()
  .split(/\s+/);
