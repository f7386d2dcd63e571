using System.Globalization;
using System.Text;

namespace HyperVLab.Pictures;

/// <summary>Gathers the markup of an SVG, with numbers written as XML wants them.</summary>
internal sealed class SvgMarkup
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup; names and labels in it must have gone through <see cref="SvgText.Of(string)"/>.</summary>
    public SvgMarkup Add(FormattableString markup)
    {
        _text.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
