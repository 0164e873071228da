package tlsfit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tlsfit.curve.Curve;
import tlsfit.curve.CurvePoint;
import tlsfit.curve.Figure;
import tlsfit.curve.PointFunction;
import tlsfit.curve.Variable;
import tlsfit.model.LossTangent;
import tlsfit.report.DataTable;

/** Curves as tables to print. */
final class CurveTables {

  /**
   * What turns K into numbers of the laboratory.
   *
   * @param variable what the curve runs over
   * @param chi χ [1]; without it there is no shift to tell
   * @param referenceFrequency f_ref [Hz]
   * @param loss whether to tell the loss of a weak probe below the pump, too
   */
  record Scales(Variable variable, OptionalDouble chi, double referenceFrequency, boolean loss) {
    /** δω/ω0 [1]. */
    double shift(CurvePoint point) {
      return -chi.orElseThrow() * point.shift().value();
    }
  }

  private CurveTables() {}

  static DataTable of(PointFunction function, List<double[]> points) {
    List<String> columns = new ArrayList<>(function.arguments());
    columns.addAll(function.results());
    List<List<Object>> rows = new ArrayList<>();
    for (double[] point : points) {
      List<Object> row = new ArrayList<>();
      for (double argument : point) {
        row.add(argument);
      }
      for (double result : function.at(point)) {
        row.add(result);
      }
      rows.add(row);
    }
    return new DataTable(columns, rows);
  }

  static DataTable of(Curve curve, Scales scales) {
    return new DataTable(
        columns(scales), curve.points().stream().map(point -> row(point, scales)).toList());
  }

  /** One row, or none. */
  static DataTable ofExtremum(Curve curve, Scales scales) {
    List<String> columns = columns(scales);
    columns.add("kappa");
    return new DataTable(
        columns,
        curve.extremum().stream()
            .map(
                point -> {
                  List<Object> row = row(point, scales);
                  row.add(point.kappa());
                  return row;
                })
            .toList());
  }

  /** In tidy form: the series' name in a column of its own. */
  static DataTable of(Figure figure) {
    List<List<Object>> rows = new ArrayList<>();
    for (Figure.Series series : figure.series()) {
      for (int i = 0; i < series.x().length; i++) {
        rows.add(List.of(FigureText.name(figure, series), series.x()[i], series.y()[i]));
      }
    }
    return new DataTable(List.of("series", figure.xHeader(), figure.yHeader()), rows);
  }

  private static List<String> columns(Scales scales) {
    List<String> columns = new ArrayList<>(List.of(scales.variable().header()));
    if (scales.variable() != Variable.XI) {
      columns.add("xi");
    }
    columns.addAll(List.of("eta", "K"));
    if (scales.chi().isPresent()) {
      columns.addAll(List.of("frequency_shift", "frequency [Hz]"));
    }
    columns.add("L");
    if (scales.loss()) {
      columns.add("loss_ratio");
    }
    return columns;
  }

  private static List<Object> row(CurvePoint point, Scales scales) {
    List<Object> row = new ArrayList<>(List.of(point.value()));
    if (scales.variable() != Variable.XI) {
      row.add(point.xi());
    }
    row.add(point.eta());
    row.add(point.shift().value());
    if (scales.chi().isPresent()) {
      row.add(scales.shift(point));
      row.add(scales.referenceFrequency() * (1 + scales.shift(point)));
    }
    row.add(point.shift().logarithm());
    if (scales.loss()) {
      row.add(LossTangent.at(point.xi()).ratio());
    }
    return row;
  }
}
