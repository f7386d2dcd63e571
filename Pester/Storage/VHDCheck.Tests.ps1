BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/

    function Edit-File($Path, $Offset) {
        $file = [IO.File]::OpenWrite((Get-Item $Path).FullName)
        $file.Position = $Offset
        $file.Write([byte[]](1..8), 0, 8)
        $file.Dispose()
    }
}

AfterAll { Pop-Location }

Describe 'Test-LabVHD and Repair-LabVHD on files of this computer' {
    BeforeEach {
        Remove-Item *
        New-LabVHD ./good.vhd 10MB | Out-Null
        New-LabVHD ./good.vhdx 10MB | Out-Null
        New-LabVHD ./odd.vhd 10MB | Out-Null
        Edit-File odd.vhd 0
        New-LabVHD ./bad.vhd 10MB -Fixed | Out-Null
        Edit-File bad.vhd 10MB
    }

    It 'say True of a disk that can be used' {
        Test-LabVHD ./good.vhd* | Should -Be $true, $true
        Test-LabVHD ./good.vhd -Detailed | Should -BeNullOrEmpty
    }

    It 'warn of a disk over which others stumble' {
        Test-LabVHD ./odd.vhd -WarningVariable said -WarningAction SilentlyContinue | Should -BeTrue
        $said | Should -HaveCount 1
        $said[0] | Should -BeLike '*odd.vhd: VHD footer at offset 0*'
        $defect = Get-Item odd.vhd | Test-LabVHD -Detailed
        $defect.Severity | Should -Be 'Warning'
        $defect.CanRepair | Should -BeTrue
        $defect.Path | Should -Be (Get-Item odd.vhd).FullName
    }

    It 'say False of a disk that cannot be used' {
        Test-LabVHD ./bad.vhd -WarningAction SilentlyContinue | Should -BeFalse
        (Test-LabVHD ./bad.vhd -Detailed).Severity | Should -Contain 'Error'
    }

    It 'look at the whole chain' {
        New-LabVHD ./child.vhd -ParentPath ./good.vhd | Out-Null
        Test-LabVHD ./child.vhd | Should -BeTrue
        Remove-Item good.vhd
        Test-LabVHD ./child.vhd -WarningAction SilentlyContinue | Should -BeFalse
    }

    It 'refuse a file that is not there' {
        { Test-LabVHD ./none.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'ObjectNotFound,HyperVLab.Commands.Storage.TestLabVHDCommand'
    }

    It 'mend what can be mended, and say what' {
        Repair-LabVHD ./odd.vhd -WhatIf
        (Test-LabVHD ./odd.vhd -Detailed) | Should -HaveCount 1
        (Repair-LabVHD ./odd.vhd).Structure | Should -Be 'VHD footer'
        Test-LabVHD ./odd.vhd -Detailed | Should -BeNullOrEmpty
        Repair-LabVHD ./good.vhd | Should -BeNullOrEmpty
    }

    It 'leave alone what cannot be mended' {
        $hash = (Get-FileHash bad.vhd).Hash
        { Repair-LabVHD ./bad.vhd -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.RepairLabVHDCommand'
        (Get-FileHash bad.vhd).Hash | Should -Be $hash
    }
}

Describe "Test-LabVHD and Repair-LabVHD on disks of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $lab = (Get-Lab).Name
        $node = (Get-LabHost | Where-Object Name -Like '*NODO1').Name
        $disk = New-LabVHD C:\VMs\a.vhd 10MB -ComputerName $node
    }

    AfterAll { Remove-Lab $lab }

    It 'find and mend what is wrong' {
        Test-LabVHD C:\VMs\a.vhd -ComputerName $node | Should -BeTrue
        Edit-File $disk.LocalPath 0
        $defect = Get-LabVHD C:\VMs\a.vhd -ComputerName $node | Test-LabVHD -Detailed
        $defect.ComputerName | Should -Be $node
        (Repair-LabVHD C:\VMs\a.vhd -ComputerName $node).Structure | Should -Be 'VHD footer'
        Test-LabVHD C:\VMs\a.vhd -ComputerName $node -Detailed | Should -BeNullOrEmpty
    }

    It 'refuse the disk of a running virtual machine' {
        $drive = Get-LabVM | Select-Object -First 1 | Get-LabVMHardDiskDrive
        Start-LabVM $drive.VMName -ErrorAction SilentlyContinue
        { Repair-LabVHD $drive.Path -ComputerName $drive.ComputerName -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.RepairLabVHDCommand'
        $drive | Test-LabVHD | Should -BeTrue
    }
}
