package org.sockmodel.dsl.conversion;

import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractValueConverter;
import org.eclipse.xtext.nodemodel.INode;

/**
 * Converts the token of a number with its unit. The model keeps the text, which {@link Quantity#parse} reads without
 * failing, since what this converter does not accept never gets into a model.
 */
public final class QuantityConverter extends AbstractValueConverter<String> {

  @Override
  public String toValue(String text, INode node) {
    if (text == null) {
      return null; // what the parser made up to go on after an error
    }
    try {
      return Quantity.parse(text).toString();
    } catch (IllegalArgumentException e) {
      throw new ValueConverterException(e.getMessage(), node, e);
    }
  }

  @Override
  public String toString(String value) {
    return value;
  }
}
