/**
 * What a portfolio looks like on paper: wide tables on pages that lie, everything unfolded, nothing to scroll or press.
 * A head with boxes of buttons in it would not be repeated on further pages.
 */
export const portfolioPrintStyle: string = `
@page wide { size: A4 landscape !important; margin: 16mm 14mm 18mm !important; }
@media print {
  .scroll, .scroll.tall { overflow: visible; max-height: none; }
  .heat.wide, .descriptor-table.wide { page: wide; }
  .heat-map { font-size: 8pt; width: 100%; }
  .heat-map thead, #descriptors thead { display: table-header-group; }
  .heat-map thead th, .heat-map tbody th { position: static; }
  .heat-map thead th { padding-top: 1.5mm; }
  .heat-map tbody th { padding-block: .4mm; max-width: none; min-width: 0; }
  .heat-map td { height: 4.6mm; width: 6.5mm; min-width: 0; }
  .heat-map td { border-bottom: .2mm solid #bbb; }
  .heat-map tr, #descriptors tr, .figures tr, .distribution, .failures > li { break-inside: avoid; }
  #filter > div { display: none; }
  #descriptors { font-size: 7.5pt; width: 100%; table-layout: fixed; }
  #descriptors thead th { overflow-wrap: anywhere; }
  #descriptors thead .number { width: 5.5%; }
  #descriptors thead .count { width: 7.5%; }
  #descriptors thead .level { width: 7%; }
  #descriptors thead .verdict { width: 12%; }
  #descriptors th:nth-child(2) { width: 13%; }
  #descriptors.several thead .verdict { width: 10%; }
  #descriptors.several thead .number { width: 5%; }
  #descriptors td:nth-child(2) { min-width: 0; }
  #descriptors th button { display: contents; }
  .names a, .heat-map tbody a, #descriptors tbody a { display: inline; padding: 0; min-height: 0; }
  .failures > li { padding-block: 1.5mm; }
  .distribution { margin-block: 4mm; }
  #descriptors th, #descriptors td { padding: .8mm 1mm; }
  #descriptors thead { font-size: 6pt; }
  #descriptors tbody th, #descriptors thead th, #descriptors .verdict { min-width: 0; }
  #descriptors th button::after { content: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .statement { break-inside: avoid-page; }
  .chart-and-table { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
  .heat h3, .legend, .heat-map thead tr, .heat-map tbody tr:nth-child(-n+3) { break-after: avoid; }
  .failures summary { display: none; }
}
`;
