package tlsfit.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.model.Rates;
import tlsfit.picture.SweptQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.SampleNotes;
import tlsfit.result.SweepCurve;
import tlsfit.units.NumberText;

/**
 * The way from the setting of the instruments to the rates in the defects, at the weakest and the
 * strongest drive and at the lowest frequency: what is wrong by a unit is seen here.
 */
final class CalibrationSection {
  private static final int DIGITS = 4;

  private final FitResult result;
  private final SampleNotes about;

  CalibrationSection(FitResult result) {
    this.result = result;
    this.about = result.about();
  }

  void add(Html html) {
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
    reading(html, "weakest drive", weakest);
    result.curves().stream()
        .filter(curve -> !curve.quantity().equals("bias-rate"))
        .filter(curve -> !curve.confidence68().isEmpty()) // else the place means nothing
        .findFirst()
        .ifPresent(curve -> extremum(html, curve));
    reading(html, "strongest drive", strongest);
    html.element(
        "p",
        "Numbers of the calibration with their uncertainties: see the budget, and how the files were"
            + " read below.",
        "class",
        "soft");
  }

  private void reading(Html html, String title, FittedReading reading) {
    var setting = reading.setting();
    html.element("p", title + ", " + reading.file() + ":" + reading.line(), "class", "soft");
    drive(
        html,
        setting.drive(),
        setting.driveUnit(),
        setting.driveValue(),
        reading.acField(),
        reading.rabi());
    SweptQuantity bias = SweptQuantity.of(setting.bias(), setting.biasUnit());
    bias(
        html,
        bias.text(setting.biasValue(), DIGITS),
        setting.biasUnit().equals("V/m/s") ? null : reading.biasRate(),
        reading.rabi(),
        reading.sweepRate());
  }

  /** The same at the lowest frequency of a sweep over the drive. */
  private void extremum(Html html, SweepCurve curve) {
    var extremum = curve.extremum();
    if (extremum == null) {
      return;
    }
    html.element("p", "lowest frequency by the fit, " + curve.file(), "class", "soft");
    double rabi = at(curve, curve.rabi(), extremum.setting());
    drive(html, curve.quantity(), curve.unit(), extremum.setting(), extremum.acField(), rabi);
    Double other = curve.other();
    bias(
        html,
        other == null
            ? ""
            : SweptQuantity.of(curve.otherQuantity(), curve.otherUnit()).text(other, DIGITS),
        curve.otherUnit().equals("V/m/s") ? null : extremum.biasRate(),
        rabi,
        at(curve, curve.sweepRate(), extremum.setting()));
  }

  /** Setting, power at the device, photons, field, Rabi frequency, as far as they are known. */
  private void drive(
      Html html, String channel, String unit, double value, @Nullable Double field, double rabi) {
    SweptQuantity quantity = SweptQuantity.of(channel, unit);
    html.open("div", "class", "chain");
    html.element("span", quantity.text(value, DIGITS));
    Double attenuation = about.attenuation();
    if (channel.equals("power") && attenuation != null) {
      arrow(html, quantity.text(value / attenuation, DIGITS) + " at the device");
    }
    Double photonField = about.photonField();
    if (!channel.equals("photons") && field != null && photonField != null) {
      double root = field / photonField;
      arrow(html, "n " + NumberText.significant(root * root, DIGITS));
    }
    if (!channel.equals("ac-field") && field != null) {
      arrow(html, "F_AC " + NumberText.significant(field, DIGITS) + " V/m");
    }
    arrow(html, "Ω_R0 " + NumberText.significant(rabi, DIGITS) + " rad/s");
    html.close();
  }

  private static void bias(
      Html html, String setting, @Nullable Double fieldRate, double rabi, double sweepRate) {
    html.open("div", "class", "chain");
    if (!setting.isEmpty()) {
      html.element("span", setting);
    }
    if (fieldRate != null) {
      arrow(html, NumberText.significant(fieldRate, DIGITS) + " V/m/s");
    }
    arrow(html, "v₀ " + NumberText.significant(sweepRate, DIGITS) + " rad/s²");
    arrow(html, "ξ " + NumberText.significant(Rates.xi(rabi, sweepRate), 3));
    html.close().line();
  }

  private static void arrow(Html html, String text) {
    html.text(" → ").element("span", text);
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
}
