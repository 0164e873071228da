package tlsfit.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import tlsfit.units.NumberText;

/**
 * Paints a plot: XChart makes frame, axes and legend; the curves are painted here, each as one
 * path, since XChart paints them piece by piece, which breaks dashes and swells files.
 */
final class PlotPainter {
  /** Width of the picture [px]. */
  static final int WIDTH = 720;

  /** Height of the picture [px]. */
  static final int HEIGHT = 480;

  /** The colours of Okabe and Ito, which people who confuse red and green can tell apart. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000),
          new Color(0x8C510A)); // brown, beyond the eight-colour palette without its yellow

  private static final int MOST_TICKS = 9;

  private static final Color GUIDE = new Color(0x606060);

  /** Comes with PDFBox, so that a picture is the same on machines with other fonts or none. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String SUPERSCRIPTS = "º¹²³⁴⁵⁶⁷⁸⁹"; // the font has no U+2070

  private final Plot plot;
  private final Font font;

  PlotPainter(Plot plot) {
    this.plot = plot;
    this.font = font();
  }

  private static Font font() {
    try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FONT);
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IllegalStateException("unreadable resource " + FONT, e);
    } catch (IOException e) {
      throw new UncheckedIOException("unreadable resource " + FONT, e);
    }
  }

  void paint(Graphics2D graphics) {
    XYChart chart = new XYChart(WIDTH, HEIGHT);
    style(chart.getStyler());
    chart.setXAxisTitle(plot.x().label());
    chart.setYAxisTitle(plot.y().label());
    double[] x =
        plot.x().logarithmic()
            ? new double[] {plot.x().from(), plot.x().from(), plot.x().to()}
            : ticks(plot.x());
    List<Look> looks = looks();
    for (int i = 0; i < looks.size(); i++) {
      XYSeries entry = chart.addSeries(plot.curves().get(i).name(), x, nothing(x.length));
      entry.setMarker(SeriesMarkers.NONE);
      entry.setLineColor(looks.get(i).colour());
      entry.setLineStyle(looks.get(i).stroke());
    }
    chart.paint(graphics, WIDTH, HEIGHT);
    paintCurves(graphics, frame(chart), looks);
  }

  /**
   * Where a horizontal axis that is not logarithmic has its ticks: XChart puts them at the values
   * of the series where these are few, and so at round ones.
   */
  static double[] ticks(Plot.Scale scale) {
    double least = (scale.to() - scale.from()) / MOST_TICKS;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    double step = 10 * decade;
    for (double factor : new double[] {5, 2, 1}) {
      if (factor * decade >= least) {
        step = factor * decade;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(scale.from() / step); k * step <= scale.to(); k++) {
      ticks.add(k * step + 0.0); // no "-0"
    }
    return ticks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** For an entry of the legend alone: the ends of the axis, and a gap between, so no line. */
  private double[] nothing(int values) {
    double[] y = new double[values];
    Arrays.fill(y, Double.NaN);
    y[0] = plot.y().from();
    y[values - 1] = plot.y().to();
    return y;
  }

  private void style(XYStyler styler) {
    styler.setBaseFont(font.deriveFont(14f));
    styler.setAxisTickLabelsFont(font.deriveFont(14f));
    styler.setAxisTitleFont(font.deriveFont(15f));
    styler.setLegendFont(font.deriveFont(13f));
    styler.setLocale(Locale.ROOT);
    styler.setChartTitleVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(Color.BLACK);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderColor(Color.BLACK);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(0.97);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTickMarksColor(Color.BLACK);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(
        switch (plot.legend()) {
          case TOP_LEFT -> LegendPosition.InsideNW;
          case TOP_RIGHT -> LegendPosition.InsideNE;
          case BOTTOM_LEFT -> LegendPosition.InsideSW;
          case BOTTOM_RIGHT -> LegendPosition.InsideSE;
        });
    styler.setXAxisLogarithmic(plot.x().logarithmic());
    styler.setXAxisMin(plot.x().from());
    styler.setXAxisMax(plot.x().to());
    styler.setYAxisLogarithmic(plot.y().logarithmic());
    styler.setYAxisMin(plot.y().from());
    styler.setYAxisMax(plot.y().to());
    styler.setYAxisLabelAlignment(TextAlignment.Right);
    styler.setXAxisTickLabelsFormattingFunction(labels(plot.x()));
    styler.setYAxisTickLabelsFormattingFunction(labels(plot.y()));
  }

  private static Function<Double, String> labels(Plot.Scale scale) {
    return scale.logarithmic()
        ? PlotPainter::decade
        : value -> NumberText.significant(value, 6).replace('-', '−');
  }

  /** Such as 0.01, 10 and 10⁸. */
  static String decade(double value) {
    int exponent = (int) Math.round(Math.log10(value));
    if (exponent < -3) {
      return "1e" + exponent; // the font has no superscript minus
    }
    if (exponent <= 3) {
      return NumberText.significant(Math.pow(10, exponent), 1);
    }
    StringBuilder text = new StringBuilder("10");
    for (char digit : Integer.toString(exponent).toCharArray()) {
      text.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private record Look(Color colour, BasicStroke stroke) {}

  private List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    int colour = 0;
    int compared = 0;
    for (Plot.Curve curve : plot.curves()) {
      looks.add(
          switch (curve.kind()) {
            case MAIN -> new Look(COLOURS.get(colour++ % COLOURS.size()), stroke(2));
            case COMPARED ->
                new Look(
                    GUIDE, compared++ % 2 == 0 ? stroke(1.3f, 7, 4) : stroke(1.3f, 9, 3, 2, 3));
            case MARK -> new Look(COLOURS.get(colour++ % COLOURS.size()), stroke(1.5f, 2, 3));
          });
    }
    return looks;
  }

  private static BasicStroke stroke(float width, float... dashes) {
    return new BasicStroke(
        width,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        10,
        dashes.length == 0 ? null : dashes,
        0);
  }

  /** The frame that XChart gave the curves, after it painted. */
  private Rectangle2D frame(XYChart chart) {
    double left = chart.getScreenXFromChart(plot.x().from());
    double right = chart.getScreenXFromChart(plot.x().to());
    double top = chart.getScreenYFromChart(plot.y().to());
    double bottom = chart.getScreenYFromChart(plot.y().from());
    return new Rectangle2D.Double(left, top, right - left, bottom - top);
  }

  private void paintCurves(Graphics2D graphics, Rectangle2D frame, List<Look> looks) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    Shape outside = graphics.getClip();
    double width = 2; // of a line that runs along the border
    graphics.clip(
        new Rectangle2D.Double(
            frame.getX(), frame.getY() - width, frame.getWidth(), frame.getHeight() + 2 * width));
    for (int i = 0; i < looks.size(); i++) {
      graphics.setColor(looks.get(i).colour());
      graphics.setStroke(looks.get(i).stroke());
      graphics.draw(path(plot.curves().get(i), frame));
    }
    graphics.setClip(outside);
  }

  private Path2D path(Plot.Curve curve, Rectangle2D frame) {
    Path2D path = new Path2D.Double();
    boolean down = false;
    for (int i = 0; i < curve.x().length; i++) {
      double across = plot.x().place(curve.x()[i]);
      double up = plot.y().place(curve.y()[i]);
      if (!Double.isFinite(across) || !Double.isFinite(up)) {
        down = false;
        continue;
      }
      // A point far outside would be a number that some viewers cannot take.
      double x = frame.getX() + Math.min(Math.max(across, -2), 3) * frame.getWidth();
      double y = frame.getMaxY() - Math.min(Math.max(up, -2), 3) * frame.getHeight();
      if (down) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
        down = true;
      }
    }
    return path;
  }
}
