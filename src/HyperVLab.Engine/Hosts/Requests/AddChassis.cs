using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Puts a blade chassis into the lab.</summary>
public sealed record AddChassis : LabRequest
{
    /// <summary>Its name, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>Its model.</summary>
    public string Model { get; init; } = "BladeCenter S";

    /// <summary>How many blades it takes.</summary>
    public int BayCount { get; init; } = HostSettings.BladeCenterSBayCount;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (!HostNames.IsChassisName(Name) || !HostNames.IsChassisName(Model))
        {
            throw HostErrors.ChassisNameNotUsable.For(Name, Name);
        }

        if (lab.Chassis.Any(chassis => string.Equals(chassis.Name, Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw HostErrors.ChassisNameTaken.For(Name, Name);
        }

        HardwareRules.DemandBetween(nameof(BayCount), BayCount, 1, HostSettings.MaxBayCount);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        job.Give(lab.Chassis.Add(key => new Chassis(key, Name, Model, BayCount)).Key);
}
