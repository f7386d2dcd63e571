using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A domain of the lab's directory, as Get-LabADDomain writes it.</summary>
public sealed class ADDomain : LabObject<DomainView, Engine.Hosts.DirectoryDomain>
{
    internal ADDomain(LabHandle handle, DomainView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its DNS name.</summary>
    public string Name => View.Name;

    /// <summary>Its DNS name.</summary>
    public string DNSRoot => View.Name;

    /// <summary>Its NetBIOS name.</summary>
    public string NetBIOSName => View.NetBiosName;

    /// <summary>Its security identifier.</summary>
    public string DomainSID => View.Sid;

    /// <summary>Its controller, by its full name.</summary>
    public string PDCEmulator => $"{View.Controller}.{View.Name}";

    /// <summary>Its DNS name.</summary>
    public override string ToString() => Name;
}
