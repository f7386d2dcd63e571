namespace HyperVLab.Engine.Compute;

/// <summary>A drive at one location of one of a machine's controllers.</summary>
internal interface IPlacedDrive
{
    /// <summary>Which kind of controller it hangs on.</summary>
    ControllerType ControllerType { get; }

    /// <summary>Which controller of that kind, from 0.</summary>
    int ControllerNumber { get; }

    /// <summary>Which location on that controller, from 0.</summary>
    int ControllerLocation { get; }
}
