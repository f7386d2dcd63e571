using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>That a computer may see a LUN, as Get-LabLunMapping writes it.</summary>
public sealed class LogicalUnitMapping : LabObject<LunMappingView, Engine.Storage.LunMapping>
{
    internal LogicalUnitMapping(LabHandle handle, LunMappingView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name of the LUN.</summary>
    public string Lun => View.Lun;

    /// <summary>The name of the computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>By which the computer addresses the LUN.</summary>
    public int LunNumber => View.LunNumber;

    /// <summary>Its name.</summary>
    public override string ToString() => $"{Lun} on {ComputerName}";
}
