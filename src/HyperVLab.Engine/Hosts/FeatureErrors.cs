using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Hosts;

/// <summary>What is refused about roles, features, packages and the firewall.</summary>
internal static class FeatureErrors
{
    public static readonly LabError NoSuchFeature = new(
        "NoSuchFeature", "NameDoesNotExist", LabErrorCategory.InvalidArgument,
        "'{0}' is no role or feature that the lab knows. It knows: {1}.");

    public static readonly LabError FeatureNotListed = new(
        "FeatureNotListed", "NameDoesNotExist", LabErrorCategory.InvalidArgument,
        "No role or feature '{0}' was found. Get-LabWindowsFeature lists them.");

    public static readonly LabError EditionWithoutFeature = new(
        "EditionWithoutFeature", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} ({1}) has no right to {2}.");

    public static readonly LabError OnlyHyperVRole = new(
        "OnlyHyperVRole", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} ({1}) takes no role but Hyper-V, so {2} cannot be installed on it.");

    public static readonly LabError ServedByHyperVServer = new(
        "HyperVServerIsHyperV", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} ({1}) is there for Hyper-V only: the role cannot be taken off it.");

    public static readonly LabError FeatureIsChanging = new(
        "FeatureIsChanging", "OperationFailed", LabErrorCategory.ResourceBusy,
        "{0} is being installed on {1} or removed from it. Wait until that has ended.");

    public static readonly LabError FeatureMissing = new(
        "FeatureMissing", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} does not have {1}. Install it with Install-LabWindowsFeature, and restart where that asks for it.");

    public static readonly LabError NoSuchFirewallGroup = new(
        "NoSuchFirewallGroup", "CmdletizationQuery_NotFound_DisplayGroup", LabErrorCategory.ObjectNotFound,
        "No firewall rules with the display group '{0}' were found on {1}. It has: {2}.");

    public static readonly LabError NoFirewallRules = new(
        "NoFirewallRules", "CmdletizationQuery_NotFound_DisplayGroup", LabErrorCategory.ObjectNotFound,
        "No firewall rules with the display group '{0}' were found.");

    public static readonly LabError PackageNotInstalled = new(
        "PackageNotInstalled", "NoMatchFoundForCriteria", LabErrorCategory.ObjectNotFound,
        "No package '{0}' is installed.");

    public static readonly LabError NoSuchPackage = new(
        "NoSuchPackage", "NoMatchFoundForCriteria", LabErrorCategory.ObjectNotFound,
        "There is no package '{0}'. The lab has: {1}.");

    public static readonly LabError PackageIsInstalled = new(
        "PackageIsInstalled", "OperationFailed", LabErrorCategory.ResourceExists,
        "{0} is on {1} already, or is being installed.");
}
