package tlsfit.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.model.LzExcerpt;
import tlsfit.model.LzModel;
import tlsfit.model.TableExcerpt;
import tlsfit.picture.DataAndCurves;
import tlsfit.picture.FitPlots;
import tlsfit.picture.FrequencyUnit;
import tlsfit.picture.LeftOut;
import tlsfit.picture.SweptQuantity;
import tlsfit.result.ExcludedReading;
import tlsfit.result.FitResult;
import tlsfit.result.FittedReading;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.Setting;
import tlsfit.result.SweepCurve;
import tlsfit.units.Visible;

/** What the script of a page works with: readings, curves, values and the tables of the model. */
final class ScriptData {
  private static final int STRIPS = 8;

  /** The edition of model log whose numbers the page gives. */
  private static final int LOG_EDITION = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Digits of what is drawn or enters the model; frequencies have all. */
  private static final int DIGITS = 10;

  /**
   * How far the page's own model can move.
   *
   * @param dipole by what factor p, to both sides
   * @param time by what factor T10
   */
  record Reach(int dipole, int time) {
    /** Model lz has more tables, of which a page is to hold no more bytes. */
    static Reach of(FitResult result) {
      return result.model().equals(LzModel.NAME) ? new Reach(2, 5) : new Reach(3, 10);
    }
  }

  private final FitResult result;
  private final DataAndCurves drawn;
  private final Reach reach;

  private ScriptData(FitResult result) {
    this.result = result;
    this.drawn = DataAndCurves.of(result);
    this.reach = Reach.of(result);
  }

  /** JSON that may stand within a script element, whatever names hold. */
  static String of(FitResult result) {
    try {
      String json = MAPPER.writeValueAsString(new ScriptData(result).all());
      // no character that could end the element, nor one that a script takes for the end of a line
      return Visible.of(json)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and names can be written", e);
    }
  }

  /** Whether the page can evaluate the model itself: one that it knows, without distributions. */
  static boolean ownModel(FitResult result) {
    boolean known =
        switch (result.model()) {
          case "log" -> result.modelEdition() == LOG_EDITION;
          case LzModel.NAME -> result.modelEdition() == LzModel.EDITION;
          default -> false;
        };
    return known
        && value(result, "dipoleMoment").isPresent()
        && result.findParameter("dipoleWidth").isEmpty()
        && result.findParameter("fieldExponent").isEmpty();
  }

  private static Optional<Double> value(FitResult result, String name) {
    return result.findParameter(name).map(ParameterEstimate::value);
  }

  private Map<String, Object> all() {
    Map<String, Object> data = new LinkedHashMap<>();
    double reference = DataAndCurves.reference(result);
    double largest =
        result.readings().stream()
            .mapToDouble(one -> Math.abs(one.frequency() - reference))
            .max()
            .orElse(1);
    FrequencyUnit unit = FrequencyUnit.of(largest);
    data.put("sample", result.sample());
    data.put("model", result.model());
    data.put("unit", List.of(unit.name(), unit.size()));
    data.put("reference", reference);
    data.put("values", values());
    data.put("errors", errors());
    data.put("reach", List.of(reach.dipole, reach.time));
    data.put("chiSquare", result.statistics().chiSquare());
    data.put("readings", result.readings().stream().map(this::reading).toList());
    data.put("curves", result.curves().stream().map(this::curve).toList());
    data.put("tables", ownModel(result) ? tables() : null);
    return data;
  }

  private Map<String, @Nullable Double> values() {
    Map<String, @Nullable Double> values = new LinkedHashMap<>();
    result.parameters().forEach(one -> values.put(one.name(), one.value()));
    return values;
  }

  private Map<String, @Nullable Double> errors() {
    Map<String, @Nullable Double> errors = new LinkedHashMap<>();
    result.parameters().forEach(one -> errors.put(one.name(), one.standardError()));
    return errors;
  }

  private Map<String, @Nullable Object> reading(FittedReading reading) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("at", reading.file() + ":" + reading.line());
    row.put("drive", setting(true, reading.setting()));
    row.put("bias", setting(false, reading.setting()));
    row.put("acField", shortened(reading.acField()));
    row.put("biasRate", shortened(reading.biasRate()));
    row.put("rabi", shortened(reading.rabi()));
    row.put("sweepRate", shortened(reading.sweepRate()));
    row.put("frequency", reading.frequency());
    row.put("inForce", reading.sigmaInForce());
    row.put("sigma", shortened(drawn.sigma(reading)));
    row.put("fitted", reading.fitted());
    row.put("slow", reading.slow());
    row.put("pull", shortened(drawn.pull(reading)));
    row.put("leverage", shortened(reading.leverage()));
    return row;
  }

  private static Map<String, @Nullable Object> leftOut(SweepCurve curve, ExcludedReading reading) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("at", reading.file() + ":" + reading.line());
    row.put("reason", reading.reason());
    row.put("drive", setting(true, reading.setting()));
    row.put("bias", setting(false, reading.setting()));
    row.put(
        "x",
        SweptQuantity.of(curve.quantity(), curve.unit()).show(LeftOut.setting(curve, reading)));
    row.put("acField", shortened(reading.acField()));
    row.put("biasRate", shortened(reading.biasRate()));
    row.put("rabi", shortened(reading.rabi()));
    row.put("sweepRate", shortened(reading.sweepRate()));
    row.put("frequency", reading.frequency());
    row.put("fitted", reading.fitted());
    return row;
  }

  private static String setting(boolean drive, Setting setting) {
    return drive
        ? SweptQuantity.of(setting.drive(), setting.driveUnit()).text(setting.driveValue(), 5)
        : SweptQuantity.of(setting.bias(), setting.biasUnit()).text(setting.biasValue(), 5);
  }

  private Map<String, @Nullable Object> curve(SweepCurve curve) {
    SweptQuantity quantity = SweptQuantity.of(curve.quantity(), curve.unit());
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("title", FitPlots.title(curve));
    row.put("label", quantity.label());
    row.put("unit", quantity.unit());
    row.put("logarithmic", quantity.logarithmic());
    row.put("drive", !curve.quantity().equals("bias-rate"));
    row.put("x", shortened(curve.setting().stream().map(quantity::show).toList()));
    row.put(
        "data",
        curve.readings().stream()
            .map(i -> quantity.show(FitPlots.setting(curve, result.readings().get(i))))
            .map(ScriptData::shortened)
            .toList());
    row.put("readings", curve.readings());
    row.put(
        "leftOut",
        LeftOut.along(curve, result.excludedReadings()).stream()
            .map(one -> leftOut(curve, one))
            .toList());
    row.put("acField", shortened(curve.acField()));
    row.put("biasRate", shortened(curve.biasRate()));
    row.put("rabi", shortened(curve.rabi()));
    row.put("sweepRate", shortened(curve.sweepRate()));
    row.put("frequency", curve.frequency());
    row.put("confidence68", shortened(curve.confidence68()));
    row.put("confidence95", shortened(curve.confidence95()));
    row.put("logarithm", shortened(curve.logarithm()));
    SweepCurve.Extremum extremum = curve.extremum();
    row.put("extremum", extremum == null ? null : quantity.show(extremum.setting()));
    return row;
  }

  private static List<Double> shortened(List<Double> values) {
    return values.stream().map(ScriptData::shortened).toList();
  }

  private static @Nullable Double shortened(@Nullable Double value) {
    return value == null || !Double.isFinite(value)
        ? value
        : Double.valueOf(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue());
  }

  /** The patches that all readings and curves need, wherever the sliders stand. */
  private Map<String, String> tables() {
    double omega0 = 2 * Math.PI * DataAndCurves.reference(result);
    Double time = value(result, "relaxationTime").orElse(null);
    double rate = time == null ? 0 : 1 / time;
    List<double[]> points = new ArrayList<>();
    result.readings().forEach(one -> points.add(new double[] {one.rabi(), one.sweepRate()}));
    for (SweepCurve curve : result.curves()) {
      for (int k = 0; k < curve.rabi().size(); k++) {
        points.add(new double[] {curve.rabi().get(k), curve.sweepRate().get(k)});
      }
    }
    // where drive or bias alone is a field, p moves ξ twice as far, and ξη with it
    boolean mixed =
        result.readings().stream()
            .anyMatch(one -> (one.acField() == null) != (one.biasRate() == null));
    double ofTime = 1.01 * Math.log(reach.time);
    double ofXi = 1.01 * Math.log(reach.dipole) * (mixed ? 2 : 1);
    boolean lz = result.model().equals(LzModel.NAME);
    TableExcerpt excerpt = new TableExcerpt();
    LzExcerpt ofLz = new LzExcerpt();
    for (double[] point : points) {
      double lnXi = Math.log(Math.PI * point[0] * point[0] / (2 * point[1]));
      if (rate > 0) {
        double lnEta = Math.log(omega0 * rate / point[1]);
        excerpt.cover(lnXi, ofXi, lnXi + lnEta, ofTime + (mixed ? ofXi : 0));
        double lnZeta = Math.log(point[0] / omega0);
        cover(ofLz, lnXi, lnZeta, lnEta, mixed);
      }
    }
    Map<String, String> tables = new LinkedHashMap<>(); // the same page in every run
    put(tables, "unrelaxed", excerpt.unrelaxed());
    put(tables, "weak", excerpt.weak());
    put(tables, "strong", excerpt.strong());
    if (lz) {
      put(tables, "constantUnrelaxed", ofLz.constantUnrelaxed());
      put(tables, "constant", ofLz.constant());
      put(tables, "fieldUnrelaxed", ofLz.finiteFieldUnrelaxed());
      put(tables, "field", ofLz.finiteField());
      put(tables, "following", ofLz.following());
    }
    return tables;
  }

  /** In strips of p, since ξ, ζ and η move together with it where drive and bias are fields. */
  private void cover(LzExcerpt excerpt, double lnXi, double lnZeta, double lnEta, boolean mixed) {
    double ofDipole = 1.01 * Math.log(reach.dipole);
    double ofTime = 1.01 * Math.log(reach.time);
    if (mixed) {
      excerpt.cover(lnXi, 2 * ofDipole, lnZeta, ofDipole, lnEta, ofTime + ofDipole);
      return;
    }
    double half = ofDipole / STRIPS;
    for (int k = 0; k < STRIPS; k++) {
      double moved = (2 * k + 1) * half - ofDipole; // of ln p
      excerpt.cover(lnXi + moved, half, lnZeta + moved, half, lnEta - moved, ofTime + half);
    }
  }

  private static void put(Map<String, String> tables, String name, byte[] bytes) {
    tables.put(name, Base64.getEncoder().encodeToString(bytes));
  }
}
