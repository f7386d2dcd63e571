namespace HyperVLab.Engine.Networking.Notices;

/// <summary>Frames between some computers are lost from now on, or no more: who hears whom may be different.</summary>
internal sealed record NetworkImpaired : LabNotice;
