package tlsfit.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tlsfit.model.Parameter;
import tlsfit.units.Quantity;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * A parameter with a value, as in {@code dipoleMoment=5 D}.
 *
 * @param parameter which
 * @param value in its SI unit, positive
 */
record FixedParameter(Parameter parameter, double value) {

  static FixedParameter parse(String text) {
    int sign = text.indexOf('=');
    if (sign < 0) {
      throw new TypeConversionException(
          '"' + text + "\" is not NAME=VALUE, such as dipoleMoment=\"5 D\"");
    }
    try {
      Parameter parameter = Parameter.of(text.substring(0, sign).strip());
      Quantity quantity = Quantity.parse(text.substring(sign + 1), Unit.of(parameter.unit()));
      if (!(quantity.value() > 0)) {
        throw new TypeConversionException(parameter.key() + " must be above zero");
      }
      if (quantity.uncertainty() > 0) {
        throw new TypeConversionException(
            parameter.key() + " is held at one value: leave the uncertainty out");
      }
      return new FixedParameter(parameter, quantity.value());
    } catch (UnitException e) {
      throw new TypeConversionException(text.substring(0, sign).strip() + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  /** For picocli. */
  static final class Converter implements ITypeConverter<FixedParameter> {
    @Override
    public FixedParameter convert(String text) {
      return parse(text);
    }
  }
}
