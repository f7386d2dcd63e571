BeforeAll { Import-Module $PSScriptRoot/../../HyperVLab.psd1 }

Describe 'A checkpoint of a whole lab, <_>' -ForEach 'kept in a folder', 'of this process only' {
    BeforeAll {
        $path = @{}
        if ($_ -eq 'kept in a folder') { $path.Path = 'TestDrive:/kept' }
        New-Lab base -Preset BladeCenterS @path | Out-Null
        New-LabVM web02 -ComputerName HVR2NODO1 -NewVHDPath web02.vhd -NewVHDSizeBytes 1GB | Out-Null
        $vm = Get-LabVM web02
        $script:taken = Checkpoint-Lab 'before the start'
    }

    AfterAll { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'brings back all that there was, its time too' {
        Start-LabVM web02
        New-LabVM web03 -ComputerName HVR2NODO1 -NewVHDPath web03.vhd -NewVHDSizeBytes 1GB | Out-Null
        $vm.State | Should -Be 'Running'
        Restore-Lab 'before the start'
        (Get-Lab).Now | Should -Be $taken.Time
        (Get-Lab).JournalHash | Should -Be $taken.JournalHash
        Get-LabVM web0[23] | ForEach-Object Name | Should -Be 'web02'
        (Get-LabVHD -VMId $vm.VMId).Size | Should -Be 1GB
    }

    It 'lets objects that a script holds go on' {
        $vm.State | Should -Be 'Off'
        $vm | Start-LabVM
        (Get-LabVM web02).State | Should -Be 'Running'
        (Get-LabVM web02 | Should -Be $vm)
    }

    It 'is listed, and restored or removed by the pipeline' {
        Checkpoint-Lab later | ForEach-Object Name | Should -Be 'later'
        Get-LabCheckpoint | ForEach-Object Name | Should -Be 'before the start', 'later'
        Get-LabCheckpoint later | Restore-Lab
        (Get-LabVM web02).State | Should -Be 'Running'
        Get-LabCheckpoint l* | Remove-LabCheckpoint
        Get-LabCheckpoint | ForEach-Object Name | Should -Be 'before the start'
    }

    It 'has a name that no other has' {
        { Checkpoint-Lab 'BEFORE the start' -ErrorAction Stop } |
            Should -Throw -ErrorId 'LabCheckpointExists,HyperVLab.Commands.Labs.CheckpointLabCommand'
        { Restore-Lab other -ErrorAction Stop } |
            Should -Throw -ErrorId 'LabCheckpointNotFound,HyperVLab.Commands.Labs.RestoreLabCommand'
        { Get-LabCheckpoint other -ErrorAction Stop } |
            Should -Throw -ErrorId 'LabCheckpointNotFound,HyperVLab.Commands.Labs.GetLabCheckpointCommand'
    }

    It 'changes nothing with -WhatIf' {
        Checkpoint-Lab another -WhatIf
        Restore-Lab 'before the start' -WhatIf
        Get-LabCheckpoint | ForEach-Object Name | Should -Be 'before the start'
        (Get-LabVM web02).State | Should -Be 'Running'
    }

    It 'stands in a table of 80 columns' {
        Get-LabCheckpoint | Out-String -Width 80 | Should -Match 'Name +Time +EventsApplied Lab'
    }
}

Describe 'Checkpoints of a lab that is kept' {
    It 'are there when it is opened again' {
        New-Lab again -Preset BladeCenterS -Path TestDrive:/again | Out-Null
        $taken = Checkpoint-Lab start
        Step-LabClock -Seconds 60
        Close-Lab
        Open-Lab TestDrive:/again | Out-Null
        Restore-Lab start
        Close-Lab
        (Open-Lab TestDrive:/again).JournalHash | Should -Be $taken.JournalHash
        Remove-Lab
    }

    It 'bring a damaged lab back' {
        New-Lab broken -Preset BladeCenterS -Path TestDrive:/broken | Out-Null
        $taken = Checkpoint-Lab start
        Step-LabClock -Seconds 60
        { Restore-Lab start -Path TestDrive:/broken -ErrorAction Stop } |
            Should -Throw -ErrorId 'StoredLabInUse,HyperVLab.Commands.Labs.RestoreLabCommand'
        Close-Lab
        Set-Content TestDrive:/broken/lab.db 'rubbish'
        { Open-Lab TestDrive:/broken -ErrorAction Stop } | Should -Throw '*Restore-Lab*'
        (Restore-Lab start -Path TestDrive:/broken).JournalHash | Should -Be $taken.JournalHash
        Test-Lab | Where-Object IsViolated | Should -BeNullOrEmpty
        Remove-Lab
        Get-Content TestDrive:/broken/damaged-1/lab.db | Should -Be 'rubbish'
    }
}
