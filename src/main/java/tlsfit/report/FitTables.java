package tlsfit.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.ParameterProfile;
import tlsfit.result.SweepCurve;

/** The numbers of fits as tables for programs, in SI units; what is not known is an empty cell. */
public final class FitTables {
  private FitTables() {}

  /** The parameters and the quantities that follow from them, a row each. */
  public static DataTable parameters(List<FitResult> results) {
    List<List<Object>> rows = new ArrayList<>();
    for (FitResult result : results) {
      String valid = Boolean.toString(result.verdict().valid());
      for (ParameterEstimate one : result.parameters()) {
        rows.add(
            row(
                result.sample(),
                result.model(),
                valid,
                one.name(),
                one.unit(),
                one.value(),
                one.standardError(),
                one.calibrationError(),
                one.interval().lower(),
                one.interval().upper(),
                one.interval().level(),
                one.interval().method(),
                one.fixed() ? "fixed" : one.determined() ? "fitted" : "not determined"));
      }
      for (DerivedQuantity one : result.derived()) {
        rows.add(
            row(
                result.sample(),
                one.model().isEmpty() ? result.model() : one.model(),
                valid,
                one.name(),
                one.unit(),
                one.value(),
                one.standardError(),
                one.details().get("calibrationError"),
                one.details().get("lower"),
                one.details().get("upper"),
                null,
                null,
                "derived"));
      }
    }
    return new DataTable(
        List.of(
            "sample",
            "model",
            "valid",
            "name",
            "unit",
            "value",
            "standard_error",
            "calibration_error",
            "lower",
            "upper",
            "level",
            "method",
            "state"),
        rows);
  }

  /** The readings with what the fit says of them, a row each. */
  public static DataTable readings(List<FitResult> results) {
    List<List<Object>> rows = new ArrayList<>();
    for (FitResult result : results) {
      for (FittedReading one : result.readings()) {
        rows.add(
            row(
                result.sample(),
                one.file(),
                Integer.toString(one.line()),
                one.acField(),
                one.biasRate(),
                one.rabi(),
                one.sweepRate(),
                one.frequency(),
                one.sigma(),
                one.sigmaInForce(),
                one.fitted(),
                one.residual(),
                one.leverage(),
                one.confidence(),
                one.prediction()));
      }
    }
    return new DataTable(
        List.of(
            "sample",
            "file",
            "line",
            "ac_field [V/m]",
            "bias_rate [V/m/s]",
            "rabi_frequency [1/s]",
            "sweep_rate [1/s^2]",
            "frequency [Hz]",
            "frequency_sigma [Hz]",
            "sigma_in_force [Hz]",
            "fitted [Hz]",
            "residual [sigma]",
            "leverage",
            "confidence_half_width [Hz]",
            "prediction_half_width [Hz]"),
        rows);
  }

  /** The fitted curves with their bands, a row a point. */
  public static DataTable curves(List<FitResult> results) {
    List<List<Object>> rows = new ArrayList<>();
    results.forEach(result -> addCurves(rows, result.sample(), result.curves()));
    return curveTable(rows);
  }

  /** Curves along the sweeps of one sample, a row a point. */
  public static DataTable curves(String sample, List<SweepCurve> curves) {
    List<List<Object>> rows = new ArrayList<>();
    addCurves(rows, sample, curves);
    return curveTable(rows);
  }

  private static void addCurves(List<List<Object>> rows, String sample, List<SweepCurve> curves) {
    for (SweepCurve curve : curves) {
      for (int k = 0; k < curve.setting().size(); k++) {
        rows.add(
            row(
                sample,
                curve.file(),
                curve.quantity(),
                curve.unit(),
                curve.setting().get(k),
                curve.other(),
                curve.otherUnit(),
                at(curve.acField(), k),
                at(curve.biasRate(), k),
                curve.rabi().get(k),
                curve.sweepRate().get(k),
                curve.frequency().get(k),
                at(curve.confidence68(), k),
                at(curve.confidence95(), k),
                curve.logarithm().get(k)));
      }
    }
  }

  private static DataTable curveTable(List<List<Object>> rows) {
    return new DataTable(
        List.of(
            "sample",
            "file",
            "quantity",
            "unit",
            "setting",
            "other",
            "other_unit",
            "ac_field [V/m]",
            "bias_rate [V/m/s]",
            "rabi_frequency [1/s]",
            "sweep_rate [1/s^2]",
            "frequency [Hz]",
            "confidence_68_half_width [Hz]",
            "confidence_95_half_width [Hz]",
            "L"),
        rows);
  }

  private static @Nullable Double at(List<Double> values, int k) {
    return k < values.size() ? values.get(k) : null;
  }

  /** The profiles of the parameters, a row a point; an infinite value is an empty cell. */
  public static DataTable profiles(List<FitResult> results) {
    List<List<Object>> rows = new ArrayList<>();
    for (FitResult result : results) {
      for (ParameterProfile profile : result.profiles()) {
        for (int k = 0; k < profile.rise().size(); k++) {
          rows.add(
              row(
                  result.sample(),
                  profile.name(),
                  profile.unit(),
                  profile.values().get(k),
                  profile.rise().get(k),
                  at(profile.parabola(), k)));
        }
      }
    }
    return new DataTable(
        List.of("sample", "name", "unit", "value", "delta_chi_square", "parabola"), rows);
  }

  static List<Object> row(@Nullable Object... cells) {
    return Arrays.stream(cells).map(cell -> cell == null ? (Object) "" : cell).toList();
  }
}
