BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost HOST1 | Out-Null
    Install-LabOperatingSystem HOST1 -Edition HyperVServer2008R2
    Enter-LabHost HOST1
    Add-LabStorageArray SAN | Out-Null
    New-LabLun Data 100GB | Add-LabLunMapping | Out-Null
    Update-LabHostStorageCache
    Set-LabDisk 1 -IsOffline $false
    Initialize-LabDisk 1 -PartitionStyle MBR
}

AfterAll { Remove-Lab Lab }

Describe 'Partitions and volumes' {
    It 'have the system on C:' {
        $system = Get-LabVolume C
        $system.FileSystem | Should -Be 'NTFS'
        $system.SizeRemaining | Should -BeGreaterThan 50GB
        (Get-LabPartition 0).DriveLetter | Should -Be $null, ([char]'C')
    }

    It 'are made, formatted and lettered through the pipeline' {
        $volume = New-LabPartition 1 -Size 20GB -DriveLetter Q | Format-LabVolume -NewFileSystemLabel Quorum
        $volume.DriveLetter | Should -Be 'Q'
        $volume.FileSystemLabel | Should -Be 'Quorum'
        $volume.Size | Should -Be 20GB
        $next = Get-LabDisk 1 | New-LabPartition -UseMaximumSize -AssignDriveLetter
        $next.DriveLetter | Should -Be 'D'
        $next.PartitionNumber | Should -Be 2
        Get-LabVolume D | ForEach-Object FileSystem | Should -Be 'RAW'
    }

    It 'take another letter' {
        Set-LabPartition -DriveLetter D -NewDriveLetter x
        (Get-LabPartition 1 2).DriveLetter | Should -Be 'X'
        (Get-LabPartition -DriveLetter X | Set-LabPartition -NewDriveLetter Y -PassThru).DriveLetter | Should -Be 'Y'
    }

    It 'refuse what cannot be done' {
        $hash = (Get-Lab).JournalHash
        { New-LabPartition 1 -UseMaximumSize -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.NewLabPartitionCommand'
        { Set-LabPartition -DriveLetter Y -NewDriveLetter Q -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Storage.SetLabPartitionCommand'
        { Format-LabVolume C -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidOperation,HyperVLab.Commands.Storage.FormatLabVolumeCommand'
        { Format-LabVolume Z -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.FormatLabVolumeCommand'
        { Format-LabVolume Y -FileSystem ReFS -ErrorAction Stop } | Should -Throw '*Windows Server 2012*'
        (Get-LabVolume Y).FileSystem | Should -Be 'RAW'
        (Get-Lab).JournalHash | Should -Not -Be $hash -Because 'refusals are recorded'
    }

    It 'stay as they are under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        New-LabPartition 1 -Size 1GB -WhatIf
        Set-LabPartition -DriveLetter Y -NewDriveLetter Z -WhatIf
        Format-LabVolume Y -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
    }

    It 'are found by label' {
        (Get-LabVolume -FileSystemLabel Quo*).DriveLetter | Should -Be 'Q'
    }
}
