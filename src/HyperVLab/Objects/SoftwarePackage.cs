using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A vendor's package on a computer, as Get-LabPackage writes it.</summary>
public sealed class SoftwarePackage : LabObject<InstalledPackageView, Engine.Hosts.InstalledPackage>
{
    internal SoftwarePackage(LabHandle handle, InstalledPackageView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The name that scripts use.</summary>
    public string Name => View.Name;

    /// <summary>The name that people read.</summary>
    public string DisplayName => View.DisplayName;

    /// <summary>How far it is.</summary>
    public PackageState Status => View.State;

    /// <summary>The computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The name that scripts use.</summary>
    public override string ToString() => Name;
}
