using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Keeps what a virtual machine is made of under a name.</summary>
public sealed record NewHardwareProfile : HardwareWish
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The profile that it begins as; null for the usual.</summary>
    public Key<HardwareProfile>? HardwareProfile { get; init; }

    /// <summary>The server that keeps it; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VMMServer);
        Templates.DemandName(Name, lab.HardwareProfiles, other => other.Server == server.Key, "hardware profile");
        Libraries.DemandText(Description);
        HardwareWishes.Demand(this);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VMMServer);
        HardwareSettings start = lab.HardwareProfiles.Find(HardwareProfile)?.Hardware ?? HardwareSettings.Usual;
        HardwareProfile profile = lab.HardwareProfiles.Add(
            key => new HardwareProfile(key, server.Key, Name, HardwareWishes.Apply(this, start), lab.Now));
        profile.Change(Name, Description ?? string.Empty, profile.Hardware, lab.Now);
        job.Give(profile.Key);
        ResourceGrants.Adopt(lab, profile.Key, server.Key, job.Caller);
    }
}
