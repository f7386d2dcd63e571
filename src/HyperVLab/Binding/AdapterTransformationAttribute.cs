using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Binding;

/// <summary>
/// Makes a list of one virtual network adapter: PowerShell takes no single object for a list of an interface before it
/// has tried to take its text for a name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AdapterTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is IVMNetworkAdapter adapter
            ? new[] { adapter }
            : inputData;
}
