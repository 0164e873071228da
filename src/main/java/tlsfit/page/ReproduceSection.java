package tlsfit.page;

import java.util.List;
import java.util.Map;
import tlsfit.result.FitResult;
import tlsfit.result.InputFile;

/** What it takes to make the fit again, and to draw it elsewhere. */
final class ReproduceSection {
  private static final String SNIPPET =
      """
      import json
      import matplotlib.pyplot as plt

      fit = json.load(open("%s.json"))
      f0 = fit["curves"][0]["frequency"][0]
      for curve in fit["curves"]:
          kind = "drive" if curve["quantity"] == fit["readings"][0]["setting"]["drive"] else "bias"
          data = [fit["readings"][i] for i in curve["readings"]]
          plt.figure()
          plt.errorbar([r["setting"][kind + "Value"] for r in data],
                       [r["frequency"] - r["slow"] - f0 for r in data],
                       [r["sigmaInForce"] for r in data], fmt="k.", label="data")
          shift = [f - f0 for f in curve["frequency"]]
          plt.plot(curve["setting"], shift, label="fit")
          if curve["confidence95"]:
              plt.fill_between(curve["setting"],
                               [y - c for y, c in zip(shift, curve["confidence95"])],
                               [y + c for y, c in zip(shift, curve["confidence95"])], alpha=0.3)
          plt.xscale("log")
          plt.xlabel(curve["quantity"] + " (" + curve["unit"] + ")")
          plt.ylabel("shift (Hz)")
          plt.legend()
      plt.show()
      """;

  private final FitResult result;

  ReproduceSection(FitResult result) {
    this.result = result;
  }

  void add(Html html) {
    html.line().element("h2", "Reproduce", "id", "reproduce").line();
    List<InputFile> inputs = result.provenance().inputs();
    html.element("p", "Made by tlsfit " + result.provenance().version() + " with");
    html.element("pre", command(inputs));
    html.open("div", "class", "wide").open("table").open("thead").open("tr");
    for (String head : new String[] {"file", "rows", "SHA-256"}) {
      html.element("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
    for (InputFile input : inputs) {
      html.open("tr").element("td", input.file());
      html.element(
          "td", input.rows() == 0 ? "" : Integer.toString(input.rows()), "class", "number");
      html.open("td").element("code", input.sha256()).close().close();
    }
    html.close().close().close().line();
    html.open("details").element("summary", "options in force").open("table").open("tbody");
    for (Map.Entry<String, String> option : result.provenance().options().entrySet()) {
      html.open("tr").element("th", option.getKey(), "scope", "row");
      html.element("td", option.getValue()).close();
    }
    html.close().close().close().line();
    html.open("details").element("summary", "how the files were read").open("ul");
    result.provenance().notes().forEach(note -> html.element("li", note));
    html.close().close().line();
    html.open("details").element("summary", "draw it your way, with Python and matplotlib");
    html.element("pre", snippet(), "id", "snippet", "tabindex", "0").close().line();
    html.close();
  }

  private String snippet() {
    // a name of a file within a string of Python
    String name = result.sample().replace("\\", "\\\\").replace("\"", "\\\"");
    return SNIPPET.replace("%s", name.replaceAll("\\p{Cntrl}", "?"));
  }

  private static String command(List<InputFile> inputs) {
    String sample =
        inputs.stream()
            .filter(input -> input.rows() == 0)
            .map(InputFile::file)
            .findFirst()
            .orElseGet(() -> inputs.isEmpty() ? "SAMPLE" : inputs.get(0).file());
    if (sample.startsWith("-")) {
      sample = "./" + sample; // else it would be an option
    }
    boolean plain = sample.matches("[\\w./+-]+");
    return "tlsfit fit " + (plain ? sample : "'" + sample.replace("'", "'\\''") + "'");
  }
}
