using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>What -Lab takes: a lab by its name, or as Get-Lab writes it.</summary>
public sealed class LabReference
{
    private readonly LabHandle? _handle;
    private readonly string _name;

    /// <summary>Refers to a lab by name.</summary>
    /// <param name="name">The name, ignoring case.</param>
    public LabReference(string name)
    {
        _name = name;
    }

    /// <summary>Refers to a lab.</summary>
    /// <param name="lab">The lab.</param>
    public LabReference(LabInfo lab)
    {
        ArgumentNullException.ThrowIfNull(lab);
        _handle = lab.Handle;
        _name = lab.Name;
    }

    /// <summary>The lab.</summary>
    /// <exception cref="Engine.Requests.LabException">There is no lab of that name.</exception>
    internal LabHandle Resolve() => _handle ?? LabRegistry.Get(_name);

    /// <summary>The lab, or null where there is none of that name.</summary>
    internal LabHandle? Find() => _handle ?? LabRegistry.Find(_name);

    /// <inheritdoc/>
    public override string ToString() => _name;
}
