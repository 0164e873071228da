package tlsfit.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tlsfit.explain.Explain;
import tlsfit.explain.FindingGuide;
import tlsfit.explain.Setting;
import tlsfit.picture.FitPlots;
import tlsfit.picture.Picture;
import tlsfit.picture.Plot;
import tlsfit.picture.ProfilePlots;
import tlsfit.picture.RegionPlots;
import tlsfit.picture.ResidualPlots;
import tlsfit.picture.TablePlots;
import tlsfit.report.Block;
import tlsfit.report.FitDocument;
import tlsfit.report.Quoted;
import tlsfit.result.Finding;
import tlsfit.result.FitResult;

/**
 * The page of a fit: one HTML file that holds all it needs, opens from a disk, and prints. Its
 * script moves the plots and evaluates the model from the program's own tables; without it the same
 * plots stand still.
 */
public final class FitPage {
  private final FitResult result;
  private final FitDocument document;
  private final Function<Setting, String> options;
  private final Html html = new Html(); // the main part
  private final Set<String> headings = new HashSet<>(Set.of("reproduce"));

  private FitPage(FitResult result, Function<Setting, String> options) {
    this.result = result;
    this.document = FitDocument.of(result, options);
    this.options = options;
  }

  /**
   * The page of a result.
   *
   * @param options what a setting is called where it is made, such as an option
   */
  public static String of(FitResult result, Function<Setting, String> options) {
    return new FitPage(result, options).page();
  }

  private String page() {
    html.open("main");
    verdict();
    plots();
    section("parameters", "Parameters", document.parameters());
    section("budget", "Uncertainty budget", document.budget());
    section("models", "Choice of model", document.models());
    profiles();
    residuals();
    findings();
    tables();
    section("next", "Where to measure next", document.next());
    section("notes", "Notes", document.notes());
    new CalibrationSection(result).add(html);
    new ReproduceSection(result).add(html); // which ends the main part
    Html page = new Html();
    PageHead.add(page, result.sample() + ": fit by tlsfit", PageHead.WITH_SCRIPT);
    page.open("body").line();
    head(page);
    page.raw(html.toString());
    page.open("script", "type", "application/json", "id", "data");
    page.raw(ScriptData.of(result)).close().line();
    page.open("script").raw(PageHead.resource("page.js")).close().line();
    return page.close().close().line().toString();
  }

  /** The name, and links to the sections that there are. */
  private void head(Html page) {
    page.open("header").element("h1", result.sample());
    page.open("nav", "aria-label", "sections");
    for (String[] link :
        new String[][] {
          {"fit", "Data and fit"},
          {"parameters", "Parameters"},
          {"budget", "Budget"},
          {"profiles", "Profiles"},
          {"residuals", "Residuals"},
          {"findings", "Findings"},
          {"tables", "Tables"},
          {"next", "Next"},
          {"reproduce", "Reproduce"}
        }) {
      if (headings.contains(link[0])) {
        page.element("a", link[1], "href", "#" + link[0]);
      }
    }
    page.close().close().line();
  }

  private void verdict() {
    html.open("section", "class", "card", "aria-label", "result").line();
    BlockHtml.add(html, document.verdict());
    Quoted.of(result).filter(Quoted::isMeasured).ifPresent(this::quote);
    html.close().line();
  }

  private void quote(Quoted quoted) {
    html.open("p");
    copy("text", "Copy as text");
    copy("latex", "Copy as LaTeX");
    copy("siunitx", "Copy for siunitx");
    copy("methods", "Copy the methods");
    copy("bibtex", "Copy BibTeX");
    html.element("span", "", "id", "said", "role", "status", "class", "soft").close();
    html.open("details").element("summary", "for a paper: number, methods, references");
    html.element("pre", quoted.plain(), "id", "text");
    html.element("pre", quoted.latex(), "id", "latex");
    html.element("pre", quoted.siunitx(), "id", "siunitx");
    html.element("pre", Methods.sentence(result), "id", "methods");
    html.element("pre", Methods.bibtex(result), "id", "bibtex").close();
  }

  private void copy(String from, String words) {
    html.element("button", words, "type", "button", "data-copy", from, "hidden", "");
    html.text(" ");
  }

  private void heading(String id, String words) {
    headings.add(id);
    html.line().element("h2", words, "id", id).line();
  }

  private void section(String id, String title, List<Block> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    heading(id, title);
    boolean headed = blocks.get(0) instanceof Block.Heading;
    BlockHtml.add(html, headed ? blocks.subList(1, blocks.size()) : blocks);
  }

  private void picture(String id, Optional<Plot> plot) {
    plot.ifPresent(
        one -> html.open("div", "class", "still narrow").raw(Picture.inPage(one, id)).close());
  }

  private void plots() {
    heading("fit", "Data and fit");
    if (!FitPlots.possible(result)) {
      html.element("p", "This result holds no curves: fit again to have them drawn.");
      html.open("div", "id", "still").close();
    } else {
      html.open("div", "id", "still", "class", "still");
      html.raw(Picture.inPage(FitPlots.data(result), "f")).close();
    }
    html.open("div", "id", "moving", "hidden", "").line();
    html.open("p").open("label").text("over ").open("select", "id", "abscissa");
    html.element("option", "the setting of the instrument", "value", "set");
    html.element("option", "the field, or its rate", "value", "field");
    html.element("option", "Ω_R0, or v₀", "value", "rate");
    html.element("option", "ξ", "value", "xi");
    html.close().close();
    html.element(
        "span",
        " Drag to zoom, double-click to see all; on a chosen plot the arrow keys go from reading to"
            + " reading.",
        "class",
        "soft");
    html.close().line();
    html.open("div", "id", "charts").close().line();
    new SliderSection(result).add(html);
    html.close().line();
  }

  private void profiles() {
    Optional<Plot> profiles = ProfilePlots.of(result);
    Optional<Plot> regions = RegionPlots.of(result);
    if (profiles.isEmpty() && regions.isEmpty()) {
      return;
    }
    heading("profiles", "Profiles and regions");
    html.element(
        "p",
        "How χ² rises as one parameter moves and all others are refitted. Where the profile follows"
            + " the parabola, the standard error says all; dotted lines are the ends of the"
            + " confidence interval.");
    picture("p", profiles);
    picture("r", regions);
  }

  private void residuals() {
    Optional<Plot> residuals = ResidualPlots.of(result);
    if (residuals.isEmpty()) {
      return;
    }
    heading("residuals", "Residuals");
    picture("q", residuals);
    BlockHtml.add(
        html,
        document.goodness().stream().filter(block -> !(block instanceof Block.Heading)).toList());
  }

  /** Failing ones first and open, then the others folded. */
  private void findings() {
    heading("findings", "Findings");
    List<Finding> all = result.verdict().findings();
    all.stream().filter(finding -> !finding.holds()).forEach(finding -> finding(finding, true));
    html.open("details", "class", "others");
    List<Finding> holding = all.stream().filter(Finding::holds).toList();
    html.element("summary", holding.size() + " of " + all.size() + " hold");
    holding.forEach(finding -> finding(finding, false));
    html.close().line();
  }

  private void finding(Finding finding, boolean open) {
    boolean fact = finding.kind() == Finding.Kind.FACT;
    boolean note = finding.kind() == Finding.Kind.NOTE;
    String kind = finding.holds() ? "ok" : fact ? "failed" : note ? "note" : "look";
    String mark = finding.holds() ? "ok" : fact ? "FAIL" : note ? "note" : "LOOK";
    FindingGuide guide = FindingGuide.of(finding.code());
    html.open("details", open ? new String[] {"open", ""} : new String[0]);
    html.open("summary", "class", "finding " + kind);
    html.element("span", mark, "class", "mark");
    html.text(" " + Explain.finding(finding).sentence(options)).close();
    html.element("p", guide.title(), "class", "soft");
    html.element("p", guide.meaning()).element("p", guide.reason()).element("p", guide.advice());
    html.close().line();
  }

  private void tables() {
    Optional<Plot> forest = TablePlots.of(result);
    if (forest.isEmpty()) {
      return;
    }
    heading("tables", "Each table alone and all together");
    picture("t", forest);
  }
}
