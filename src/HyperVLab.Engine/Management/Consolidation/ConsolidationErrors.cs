using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>What inventories and capacity plans refuse.</summary>
internal static class ConsolidationErrors
{
    public static readonly LabError CountNotPossible = new(
        "InventoryCountNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An inventory cannot have {0} servers: give 1 to {1}.");

    public static readonly LabError FigureNotPossible = new(
        "ConsolidationFigureNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot be {1}: give {2} to {3}.");

    public static readonly LabError NoServers = new(
        "ConsolidationNoServers", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There are no servers to plan for. Give those of an inventory: Get-LabServerInventory draws one.");

    public static readonly LabError NamedTwice = new(
        "ConsolidationNamedTwice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is in the inventory twice. Give each server once.");

    public static readonly LabError TooLarge = new(
        "ConsolidationServerTooLarge", "InvalidParameter", LabErrorCategory.LimitsExceeded,
        "{0} fits on no host of the plan: it needs {2} of {1}, and a host has {3} for virtual machines. Leave it out, "
        + "or plan with larger hosts.");

    public static readonly LabError NightTooShort = new(
        "ConsolidationNightTooShort", "InvalidParameter", LabErrorCategory.LimitsExceeded,
        "{0} belong together and fit into no night. Give longer nights, faster links, or more conversions a night.");
}
