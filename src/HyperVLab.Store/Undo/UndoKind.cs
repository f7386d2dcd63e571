namespace HyperVLab.Store.Undo;

/// <summary>What is about to happen to a file of a lab's folder. The numbers stand in logs.</summary>
internal enum UndoKind : byte
{
    /// <summary>It is made: there was none of its name.</summary>
    Made = 1,

    /// <summary>It is written for the first time; its length is told.</summary>
    Touched = 2,

    /// <summary>A part of it is written for the first time; the bytes there are told.</summary>
    Written = 3,

    /// <summary>It is deleted: it is moved to where the log is, under the number told.</summary>
    Removed = 4,
}
