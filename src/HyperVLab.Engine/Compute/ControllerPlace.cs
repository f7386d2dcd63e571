namespace HyperVLab.Engine.Compute;

/// <summary>A location of a machine's controllers, which one drive has.</summary>
/// <param name="Type">Which kind of controller.</param>
/// <param name="Number">Which controller of that kind, from 0.</param>
/// <param name="Location">Which location on it, from 0.</param>
internal readonly record struct ControllerPlace(ControllerType Type, int Number, int Location)
{
    /// <summary>Whether machines have such a location.</summary>
    public bool Exists => Type == ControllerType.IDE
        ? Number is >= 0 and < ComputeSettings.IdeControllers && Location is >= 0 and < ComputeSettings.IdeLocations
        : Number is >= 0 and < ComputeSettings.ScsiControllers && Location is >= 0 and < ComputeSettings.ScsiLocations;

    /// <summary>The place of a drive.</summary>
    public static ControllerPlace Of(IPlacedDrive drive) =>
        new(drive.ControllerType, drive.ControllerNumber, drive.ControllerLocation);
}
