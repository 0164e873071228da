package tlsfit.page;

import java.util.List;
import java.util.Optional;
import tlsfit.compare.Comparison;
import tlsfit.picture.ComparePlots;
import tlsfit.picture.Picture;
import tlsfit.picture.Plot;
import tlsfit.report.CompareReport;
import tlsfit.result.FitResult;

/**
 * The page of a comparison: one HTML file that holds all it needs, with links to the pages of the
 * fits beside it.
 */
public final class ComparePage {
  private ComparePage() {}

  /**
   * The page.
   *
   * @param results of the samples, in their order
   * @param links to the page of each fit, empty where there is none
   */
  public static String of(Comparison comparison, List<FitResult> results, List<String> links) {
    Html html = new Html();
    PageHead.add(html, "Samples compared by tlsfit", PageHead.STATIC);
    html.open("body").open("header").element("h1", "Samples compared");
    html.open("nav", "aria-label", "fits");
    for (int i = 0; i < links.size(); i++) {
      String name = comparison.samples().get(i).name();
      if (links.get(i).isEmpty()) {
        html.element("span", name);
      } else {
        html.element("a", name, "href", links.get(i));
      }
      html.text(" ");
    }
    html.close().close().line().open("main").line();
    forest(html, ComparePlots.panels(comparison));
    picture(html, "p and T10", "regions", ComparePlots.regions(comparison, results));
    html.open("section", "class", "card").line();
    BlockHtml.add(html, CompareReport.document(comparison).blocks());
    html.close().close();
    return html.close().close().line().toString();
  }

  /** The panels of the forest plot, each to be moved by itself where the page is narrow. */
  private static void forest(Html html, List<Plot> panels) {
    if (!panels.isEmpty()) {
      html.open("section", "class", "card").element("h2", "Values").line();
      html.open("figure", "class", "panels");
      for (int k = 0; k < panels.size(); k++) {
        html.open("div", "class", "panel", "tabindex", "0");
        html.raw(Picture.inPage(panels.get(k), "forest" + k)).close();
      }
      html.element("figcaption", panels.get(0).description()).close().close().line();
    }
  }

  private static void picture(Html html, String title, String prefix, Optional<Plot> plot) {
    if (plot.isPresent()) {
      html.open("section", "class", "card").element("h2", title).line();
      html.open("figure").raw(Picture.inPage(plot.get(), prefix));
      html.element("figcaption", plot.get().description()).close().close().line();
    }
  }
}
