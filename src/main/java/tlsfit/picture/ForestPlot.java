package tlsfit.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import tlsfit.picture.Plot.Panel;
import tlsfit.picture.Plot.Stack;
import tlsfit.picture.Series.Stroke;
import tlsfit.picture.Series.Symbol;

/** A plot of estimates below each other, each with its interval and a name. */
public final class ForestPlot {
  private static final int WIDTH = 640;
  private static final int ROW = 28;
  private static final int AROUND = 90;
  private static final double MARGIN = 0.08;

  private ForestPlot() {}

  /**
   * An estimate.
   *
   * @param name beside it
   * @param value on the axis
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param combined whether it is made of the others, and drawn as another kind
   */
  public record Row(String name, double value, double low, double high, boolean combined) {}

  /**
   * The plot.
   *
   * @param description of what is seen
   * @param label of the axis, with unit
   * @param rows from the top; at least one
   */
  public static Plot of(String description, String label, List<Row> rows) {
    double[] ends =
        rows.stream().flatMapToDouble(row -> DoubleStream.of(row.low, row.high)).toArray();
    List<Series> series = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      Row row = rows.get(k);
      int colour = row.combined() ? 0 : 6;
      if (row.combined()) {
        series.add(new Series.Mark("", true, row.value(), Stroke.DOTTED));
      }
      series.add(
          new Series.Line(
              "",
              colour,
              row.combined() ? Stroke.THICK : Stroke.THIN,
              new double[] {row.low(), row.high()},
              new double[] {-k, -k}));
      series.add(
          new Series.Points(
              "",
              colour,
              row.combined() ? Symbol.SQUARE : Symbol.DOT,
              new double[] {row.value()},
              new double[] {-k},
              new double[0],
              List.of()));
    }
    return new Plot(
        description,
        List.of(
            new Stack(
                "",
                AxisRange.linear(ends, MARGIN).axis(label),
                Optional.empty(),
                List.of(
                    new Panel(
                        Axis.named("", rows.stream().map(Row::name).toList()),
                        1,
                        series,
                        Optional.empty())))),
        1,
        WIDTH,
        ROW * rows.size() + AROUND);
  }
}
