BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    Push-Location TestDrive:/
    $id = 'InvalidParameter,HyperVLab.Commands.Storage.ResizeLabVHDCommand'
}

AfterAll { Pop-Location }

Describe 'Resize-LabVHD on files of this computer' {
    BeforeEach {
        Remove-Item * -Recurse
        New-LabVHD ./a.vhd 10MB | Out-Null
        New-LabVHD ./b.vhdx 10MB | Out-Null
    }

    It 'makes disks larger, and writes them with -Passthru only' {
        Resize-LabVHD ./a.vhd 20MB | Should -BeNullOrEmpty
        (Get-ChildItem *.vhd* | Resize-LabVHD -SizeBytes 30MB -Passthru).Size | Should -Be 30MB, 30MB
        (Resize-LabVHD *.vhd* 40MB -Passthru).Path | Should -HaveCount 2
    }

    It 'makes a VHDX smaller, and a VHD only if that is allowed' {
        (Resize-LabVHD ./b.vhdx 5MB -Passthru).Size | Should -Be 5MB
        { Resize-LabVHD ./a.vhd 5MB -ErrorAction Stop } | Should -Throw -ErrorId $id
        (Resize-LabVHD ./a.vhd 5MB -AllowVhdShrink -Passthru).Size | Should -Be 5MB
        (Get-Item b.vhdx | Resize-LabVHD -ToMinimumSize -Passthru).Size | Should -Be 3MB
    }

    It 'keeps what the disk holds' {
        $image = [byte[]]::new(8MB)
        $image[6MB] = 1
        [IO.File]::WriteAllBytes("$TestDrive/full.img", $image)
        Convert-LabVHD full.img full.vhdx
        { Resize-LabVHD full.vhdx 6MB -ErrorAction Stop } | Should -Throw -ErrorId $id
        (Resize-LabVHD full.vhdx -ToMinimumSize -Passthru).Size | Should -Be (6MB + 512)
    }

    It 'takes names with brackets from Get-ChildItem and as -LiteralPath' {
        Rename-Item a.vhd '[a].vhd'
        (Get-Item -LiteralPath '[a].vhd' | Resize-LabVHD -SizeBytes 12MB -Passthru).Size | Should -Be 12MB
        (Resize-LabVHD -LiteralPath '[a].vhd' -SizeBytes 13MB -Passthru).Size | Should -Be 13MB
    }

    It 'changes nothing under -WhatIf' {
        Resize-LabVHD ./a.vhd 20MB -WhatIf
        (Get-LabVHD ./a.vhd).Size | Should -Be 10MB
    }

    It 'refuses <SizeBytes> bytes' -ForEach @(@{ SizeBytes = 0 }, @{ SizeBytes = 10MB + 1 }, @{ SizeBytes = 3TB }) {
        { Resize-LabVHD ./a.vhd $SizeBytes -ErrorAction Stop } | Should -Throw -ErrorId $id
        (Get-LabVHD ./a.vhd).Size | Should -Be 10MB
    }

    It 'refuses a file that is not there, and goes on with the others' {
        $done = Resize-LabVHD ./none.vhd, ./a.vhd 20MB -Passthru -ErrorAction SilentlyContinue -ErrorVariable refused
        $done.Size | Should -Be 20MB
        $refused[0].FullyQualifiedErrorId | Should -Be ($id -replace 'InvalidParameter', 'ObjectNotFound')
    }

    It 'goes on in the background with -AsJob' {
        $job = Resize-LabVHD ./a.vhd 20MB -AsJob -Passthru
        ($job | Wait-Job | Receive-Job -AutoRemoveJob -Wait).Size | Should -Be 20MB
    }
}

Describe "Resize-LabVHD on disks of a lab's host" {
    BeforeAll {
        New-Lab -Preset BladeCenterS | Out-Null
        $lab = (Get-Lab).Name
        $node = (Get-LabHost | Where-Object Name -Like '*NODO1').Name
        New-LabVHD C:\VMs\a.vhd 10GB -ComputerName $node | Out-Null
    }

    AfterAll { Remove-Lab $lab }

    It 'makes a disk larger' {
        (Resize-LabVHD C:\VMs\a.vhd 20GB -ComputerName $node -Passthru).Size | Should -Be 20GB
        (Get-LabVHD C:\VMs\a.vhd -ComputerName $node | Resize-LabVHD -SizeBytes 21GB -Passthru).Size | Should -Be 21GB
    }

    It 'writes a job with -AsJob, which hands out the disk' {
        $job = Resize-LabVHD C:\VMs\a.vhd 22GB -ComputerName $node -AsJob -Passthru
        ($job | Wait-LabJob | Out-Null)
        (Receive-Job $job).Size | Should -Be 22GB
    }

    It 'refuses a parent, and changes nothing under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Resize-LabVHD C:\VMs\a.vhd 30GB -ComputerName $node -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
        New-LabVHD C:\VMs\child.vhd -ParentPath C:\VMs\a.vhd -ComputerName $node | Out-Null
        { Resize-LabVHD C:\VMs\a.vhd 30GB -ComputerName $node -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationFailed,HyperVLab.Commands.Storage.ResizeLabVHDCommand'
    }
}
