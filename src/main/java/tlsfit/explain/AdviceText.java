package tlsfit.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Advice;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;
import tlsfit.units.QuantitySymbol;

/** Where to measure next, in words. */
final class AdviceText {
  /** One-sided 95 % point of the normal distribution. */
  private static final double ONE_SIDED = 1.645;

  /** Change of the power [dB] that is none. */
  private static final double NO_CHANGE = 0.05;

  private AdviceText() {}

  static String of(Advice advice) {
    return Words.capital(advice.smallestChi() == null ? gain(advice) : visible(advice)) + ".";
  }

  /** What new readings do to a standard error. */
  private static String gain(Advice advice) {
    @Nullable Double dipole = advice.dipoleMoment();
    String outside = outside(advice);
    return (outside.isEmpty() ? "" : outside + "; ")
        + NumberText.count(advice.readings(), "reading")
        + " at "
        + place(advice)
        + " would "
        + effect(advice)
        + (dipole == null ? "" : ", if p is near " + DisplayUnit.DEBYE.text(dipole, 2));
  }

  private static String effect(Advice advice) {
    @Nullable Double before = advice.before();
    @Nullable Double after = advice.after();
    if (before == null || after == null) {
      return "help to determine " + Words.name(advice.parameter());
    }
    double rate = advice.relaxationRate();
    if (advice.parameter().equals("relaxationTime") && !(rate > 0)) {
      return "show a relaxation time T10 of up to "
          + longest(after)
          + ", now up to "
          + longest(before);
    }
    double scale = advice.parameter().equals("relaxationTime") ? rate : 1;
    return "bring the standard error of "
        + Words.name(advice.parameter())
        + " from "
        + NumberText.errorOfLogarithm(before / scale)
        + " to "
        + NumberText.errorOfLogarithm(after / scale);
  }

  /** The longest T10 whose rate stands out of a standard error of it [1/s]. */
  private static String longest(double error) {
    return DisplayUnit.of("relaxationTime").text(1 / (ONE_SIDED * error), 2);
  }

  /** From which χ on a shift would be seen. */
  private static String visible(Advice advice) {
    @Nullable Double dipole = advice.dipoleMoment();
    String outside = outside(advice);
    return (dipole == null ? "" : "if p is " + DisplayUnit.DEBYE.text(dipole, 2) + ", ")
        + "the shift is largest at "
        + place(advice)
        + (outside.isEmpty() ? ", within the fields measured" : "; " + outside)
        + "; "
        + NumberText.count(advice.readings(), "reading")
        + " there and as many at low power show a χ"
        + Words.number(advice.smallestChi(), chi -> " above " + NumberText.significant(chi, 2))
        + " at a noise of "
        + DisplayUnit.of("sigma").text(advice.noise(), 3);
  }

  /** The settings as the user's tables give them, with the fields in brackets; else the fields. */
  private static String place(Advice advice) {
    @Nullable Double field = advice.acField();
    @Nullable Double rate = advice.biasRate();
    String drive = field == null ? named("rabi", advice.rabi()) : named("acField", field);
    String bias = rate == null ? named("sweepRate", advice.sweepRate()) : named("biasRate", rate);
    double change = advice.powerChange();
    String step =
        Math.abs(change) < NO_CHANGE
            ? ""
            : " (power " + (change > 0 ? "+" : "") + NumberText.fixed(change, 0) + " dB)";
    List<String> settings = settings(advice.source());
    return settings.isEmpty()
        ? drive + step + ", " + bias
        : Words.join(settings, "and") + Words.brackets(drive, bias);
  }

  /** What is to be set at the instruments. */
  private static List<String> settings(Advice.Source source) {
    List<String> settings = new ArrayList<>();
    @Nullable Double power = source.powerDbm();
    @Nullable Double photons = source.photons();
    @Nullable Double voltage = source.voltageRate();
    if (power != null) {
      settings.add(NumberText.fixed(power, 0) + " dBm");
    } else if (photons != null) {
      settings.add(NumberText.significant(photons, 2) + " photons");
    }
    if (voltage != null) {
      settings.add(
          NumberText.significant(voltage, 2)
              + " V/s, a triangle of V_pp·f = "
              + NumberText.significant(voltage / 2, 2)
              + " V/s");
    }
    return settings;
  }

  private static String outside(Advice advice) {
    List<String> parts = advice.outside().stream().map(AdviceText::beyond).toList();
    return parts.isEmpty() ? "" : "there is no reading " + Words.join(parts, "and");
  }

  private static String beyond(Advice.Outside outside) {
    return (outside.above() ? "above " : "below ")
        + named(outside.quantity(), outside.end())
        + Words.number(outside.rabi(), rabi -> " (" + named("rabi", rabi) + ")");
  }

  /** A quantity with its symbol, value and unit: {@code F_AC = 1200 V/m}. */
  static String named(String quantity, double si) {
    String symbol =
        switch (quantity) {
          case "acField" -> "F_AC";
          case "biasRate" -> "dF_DC/dt";
          case "rabi" -> "Ω_R0";
          case "sweepRate" -> "v0";
          default -> QuantitySymbol.of(quantity);
        };
    return symbol + " = " + DisplayUnit.of(quantity, "").text(si, 2).stripTrailing();
  }
}
