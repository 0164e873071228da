package tlsfit.page;

import java.util.List;
import java.util.Locale;
import tlsfit.report.Overview;
import tlsfit.result.FitResult;

/** The page of a folder of results: one row a sample, with a link to the page of its fit. */
public final class IndexPage {
  private static final String GENERATOR = "tlsfit report, index";

  /** What every such page holds, and no other file does. */
  public static final String MARK = "content=\"" + GENERATOR + "\"";

  private IndexPage() {}

  /**
   * The page.
   *
   * @param results in their order
   * @param links to the page of each, empty where there is none
   */
  public static String of(List<FitResult> results, List<String> links) {
    Html html = new Html();
    PageHead.add(html, "Samples fitted by tlsfit", PageHead.STATIC, "generator", GENERATOR);
    html.open("body").open("header").element("h1", "Samples").close().line();
    html.open("main").open("div", "class", "wide", "tabindex", "0").open("table").line();
    html.open("thead").open("tr").element("th", "sample", "scope", "col");
    Overview.heads().forEach(head -> html.element("th", head, "scope", "col"));
    html.close().close().open("tbody").line();
    for (int i = 0; i < results.size(); i++) {
      row(html, results.get(i), links.get(i));
    }
    html.close().close().close().line();
    html.element(
        "p", "Errors are one standard uncertainty; calib.: by the calibration.", "class", "soft");
    html.close();
    return html.close().close().line().toString();
  }

  private static void row(Html html, FitResult result, String link) {
    html.open("tr").open("th", "scope", "row");
    if (link.isEmpty()) {
      html.text(result.sample());
    } else {
      html.element("a", result.sample(), "href", link);
    }
    String status = Overview.status(result);
    html.close().open("td");
    html.element(
        "span", status, "class", "badge " + status.toLowerCase(Locale.ROOT).replace(' ', '-'));
    html.close();
    Overview.cells(result).forEach(cell -> html.element("td", cell));
    html.close().line();
  }
}
