using System.Globalization;
using System.Management.Automation;

namespace HyperVLab.Binding;

/// <summary>
/// Makes a moment of virtual time of a number of seconds or of a date in the lab; what else there is becomes a TimeSpan
/// in PowerShell's own way.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            int or long or double or decimal or float => TimeSpan.FromSeconds(
                Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            DateTime date => LabEpoch.MomentOf(date),
            _ => inputData,
        };
    }
}
