package tlsfit.page;

import java.util.List;
import java.util.Map;
import tlsfit.model.Rates;
import tlsfit.picture.SweptQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.InputFile;
import tlsfit.result.SweepCurve;
import tlsfit.units.NumberText;

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
    chain(html);
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

  /** From the setting of the source to the rates, at the weakest and the strongest drive. */
  private void chain(Html html) {
    if (result.readings().isEmpty()) {
      return;
    }
    html.line().element("h2", "Calibration", "id", "calibration").line();
    FittedReading weakest = result.readings().get(0);
    FittedReading strongest = weakest;
    for (FittedReading reading : result.readings()) {
      weakest = reading.rabi() < weakest.rabi() ? reading : weakest;
      strongest = reading.rabi() > strongest.rabi() ? reading : strongest;
    }
    chain(html, "weakest drive", weakest);
    result.curves().stream()
        .filter(curve -> !curve.quantity().equals("bias-rate"))
        .filter(curve -> !curve.confidence68().isEmpty()) // else the place means nothing
        .findFirst()
        .ifPresent(curve -> extremum(html, curve));
    chain(html, "strongest drive", strongest);
    html.element(
        "p",
        "Numbers of the calibration with their uncertainties: see the budget, and how the files were"
            + " read below.",
        "class",
        "soft");
  }

  /** The same at the lowest frequency of a sweep over the drive. */
  private static void extremum(Html html, SweepCurve curve) {
    var extremum = curve.extremum();
    if (extremum == null) {
      return;
    }
    html.element("p", "lowest frequency by the fit, " + curve.file(), "class", "soft");
    html.open("div", "class", "chain");
    step(html, SweptQuantity.of(curve.quantity(), curve.unit()).text(extremum.setting(), 4));
    Double field = extremum.acField();
    if (field != null && !curve.quantity().equals("ac-field")) {
      arrow(html, "F_AC " + NumberText.significant(field, 4) + " V/m");
    }
    double rabi = at(curve, curve.rabi(), extremum.setting());
    arrow(html, "Ω_R0 " + NumberText.significant(rabi, 4) + " rad/s");
    html.close().open("div", "class", "chain");
    Double other = curve.other();
    if (other != null) {
      step(html, SweptQuantity.of(curve.otherQuantity(), curve.otherUnit()).text(other, 4));
    }
    Double rate = extremum.biasRate();
    if (rate != null && !curve.otherUnit().equals("V/m/s")) {
      arrow(html, NumberText.significant(rate, 4) + " V/m/s");
    }
    double sweepRate = at(curve, curve.sweepRate(), extremum.setting());
    arrow(html, "v₀ " + NumberText.significant(sweepRate, 4) + " rad/s²");
    arrow(html, "ξ " + NumberText.significant(Rates.xi(rabi, sweepRate), 3));
    html.close().line();
  }

  /** A rate between two points of a curve, which follows a power of the setting there. */
  private static double at(SweepCurve curve, List<Double> rates, double setting) {
    List<Double> settings = curve.setting();
    int k = 0;
    while (k + 2 < settings.size() && settings.get(k + 1) < setting) {
      k++;
    }
    double share =
        Math.log(setting / settings.get(k)) / Math.log(settings.get(k + 1) / settings.get(k));
    return rates.get(k) * Math.pow(rates.get(k + 1) / rates.get(k), share);
  }

  private static void chain(Html html, String title, FittedReading reading) {
    var setting = reading.setting();
    html.element("p", title + ", " + reading.file() + ":" + reading.line(), "class", "soft");
    html.open("div", "class", "chain");
    step(
        html, SweptQuantity.of(setting.drive(), setting.driveUnit()).text(setting.driveValue(), 4));
    Double field = reading.acField();
    if (field != null && !setting.drive().equals("ac-field")) {
      arrow(html, "F_AC " + NumberText.significant(field, 4) + " V/m");
    }
    arrow(html, "Ω_R0 " + NumberText.significant(reading.rabi(), 4) + " rad/s");
    html.close();
    html.open("div", "class", "chain");
    step(html, SweptQuantity.of(setting.bias(), setting.biasUnit()).text(setting.biasValue(), 4));
    Double rate = reading.biasRate();
    if (rate != null && !setting.biasUnit().equals("V/m/s")) {
      arrow(html, NumberText.significant(rate, 4) + " V/m/s");
    }
    arrow(html, "v₀ " + NumberText.significant(reading.sweepRate(), 4) + " rad/s²");
    double xi = Math.PI * reading.rabi() * reading.rabi() / (2 * reading.sweepRate());
    arrow(html, "ξ " + NumberText.significant(xi, 3));
    html.close().line();
  }

  private static void step(Html html, String text) {
    html.element("span", text);
  }

  private static void arrow(Html html, String text) {
    html.text(" → ").element("span", text);
  }
}
