package tlsfit.page;

import tlsfit.result.FitResult;

/** The sliders that move the model against the data. */
final class SliderSection {
  private final FitResult result;

  SliderSection(FitResult result) {
    this.result = result;
  }

  void add(Html html) {
    html.open("fieldset", "id", "sliders", "hidden", "");
    ScriptData.Reach reach = ScriptData.Reach.of(result);
    html.element("legend", "Move the model");
    html.element(
        "p",
        ScriptData.ownModel(result)
            ? "The curve and χ² follow at once, by the program's own tables of the model, which this"
                + " page carries: p within a factor of "
                + reach.dipole()
                + ", T10 within a factor of "
                + reach.time()
                + " of the fit. The dashed curve is the fit."
            : "χ and f_ref act linearly, and the curve and χ² follow at once. p and T10 stand still:"
                + " this page carries tables for models log and lz alone, without distributions and"
                + " where p is determined.");
    slider(html, "chi", "χ");
    slider(html, "p", "p");
    slider(html, "t10", "T10");
    slider(html, "f", "f_ref");
    html.open("p").element("button", "Back to the fit", "type", "button", "id", "reset").text(" ");
    html.element("strong", "", "id", "live", "role", "status").close();
    html.close().line();
  }

  private static void slider(Html html, String key, String name) {
    html.open("div", "class", "slider", "id", "slide-" + key);
    html.element("label", name, "for", "input-" + key);
    html.empty(
        "input",
        "type",
        "range",
        "id",
        "input-" + key,
        "min",
        "-1",
        "max",
        "1",
        "step",
        "0.002",
        "value",
        "0");
    html.element("output", "", "id", "value-" + key, "for", "input-" + key).close().line();
  }
}
