namespace HyperVLab.Pictures;

/// <summary>A hop as it is drawn.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Zone">Where it stands.</param>
/// <param name="Owner">Whose the part is: a guest's name; empty for what there is once.</param>
/// <param name="Name">What it is.</param>
/// <param name="Driver">The driver's file; empty for none.</param>
/// <param name="Microseconds">How long it takes.</param>
/// <param name="Reason">Why it goes this way; empty for nothing.</param>
/// <param name="IsStop">Whether it goes no further.</param>
internal sealed record WayHop(
    int Number,
    WayZone Zone,
    string Owner,
    string Name,
    string Driver,
    double Microseconds,
    string Reason,
    bool IsStop);
